import { Container, Text, Title } from "@mantine/core";
import { useState } from "react";

import { Problem } from "@/api";
import { Facts } from "@/ui/Facts";
import { FailureNote } from "@/ui/FailureNote";
import { Logo } from "@/ui/Logo";
import { Message } from "@/ui/States";

import { Booked } from "./Booked";
import classes from "./Booking.module.css";
import { messages } from "./messages";
import { Slots } from "./Slots";
import { type Preview, useChanges } from "./useBooking";

interface Props {
  token: string;
  preview: Preview;
  zone: string;
  isTurning: boolean;
  onZone: (zone: string) => void;
  onDay: (day: string) => void;
}

function titleOf({ booked }: Preview, isMoving: boolean): string {
  if (booked?.status === "cancelled") return messages.offTitle;
  return booked && !isMoving ? messages.bookedTitle : messages.title;
}

/** What the link books: the free times, or what is booked. */
export function Shown({ token, preview, zone, isTurning, onZone, onDay }: Props) {
  const [isMoving, setMoving] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { take, callOff } = useChanges(token, () => {
    setMoving(false);
    setChosen(null);
    window.scrollTo({ top: 0 });
  });
  const { booked } = preview;
  const title = titleOf(preview, isMoving);
  const isChoosing = booked === null || isMoving;
  return (
    <Container component="main" size={620} px="md" className={classes.page}>
      <title>{messages.documentTitle(title)}</title>
      <Logo size={28} />
      <header className={classes.head}>
        <Text c="dimmed">{messages.greeting(preview.candidateName)}</Text>
        <Title order={1}>{title}</Title>
        {isChoosing && <Text c="dimmed" mt={4}>{messages.lead(preview.organisationName)}</Text>}
        {callOff.isSuccess && booked === null && <Text mt="sm" role="status">{messages.off.done} {messages.off.again}</Text>}
      </header>
      {booked?.status === "cancelled" && <Message icon="calendar" title={messages.offTitle}>{messages.offText}</Message>}
      {booked !== null && booked.status !== "cancelled" && !isMoving && (
        <Booked booked={booked} zone={zone} callOff={callOff} onMove={() => setMoving(true)} />
      )}
      <section className={`surface ${classes.facts ?? ""}`} aria-label={preview.title}>
        <Facts facts={factsOf(preview)} />
      </section>
      {isChoosing && (
        <>
          <FailureNote failure={take.error ? told(take.error) : null} />
          <Slots
            preview={preview}
            zone={zone}
            chosen={chosen}
            isTurning={isTurning}
            isTaking={take.isPending}
            isMove={isMoving}
            onZone={onZone}
            onDay={onDay}
            onChoose={setChosen}
            onTake={(startsAt) => take.mutate({ startsAt, isMove: isMoving }, { onError: () => setChosen(null) })}
            onKeep={isMoving ? () => setMoving(false) : null}
          />
        </>
      )}
    </Container>
  );
}

function told(failure: Error): Error {
  return failure instanceof Problem && failure.code === "slot_taken" ? new Error(messages.taken) : failure;
}

function factsOf(preview: Preview): [string, string][] {
  const names = messages.facts;
  const facts: [string, string][] = [[names.what, preview.title]];
  if (preview.position) facts.push([names.position, preview.position]);
  facts.push([names.long, messages.minutes(preview.durationMinutes)], [names.how, messages.modes[preview.mode] ?? preview.mode]);
  if (preview.interviewers.length > 0) facts.push([names.with, preview.interviewers.join(", ")]);
  if (preview.location) facts.push([names.where, preview.location]);
  return facts;
}
