import { Button, Group, Modal, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";

import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { momentText } from "@/ui/time";

import classes from "./Booking.module.css";
import { wholeText } from "./days";
import { messages } from "./messages";
import type { BookedTime } from "./useBooking";

const words = messages.booked;

interface Props {
  booked: BookedTime;
  zone: string;
  callOff: UseMutationResult<unknown, Error, void>;
  onMove: () => void;
}

/** What is booked: when it is, its file for a calendar, and how to change it. */
export function Booked({ booked, zone, callOff, onMove }: Props) {
  const [isAsking, setAsking] = useState(false);
  const file = useFile(booked.calendar);
  const starts = booked.startsAt ?? "";
  return (
    <section className={`surface ${classes.booked ?? ""}`} aria-label={words.when}>
      <span className={classes.disc}><Icon name="check" size={22} /></span>
      <Text className={classes.when}>{wholeText(starts, booked.endsAt, zone)}</Text>
      <Text c="dimmed" size="sm">{zone}</Text>
      {booked.timezone !== zone && <Text c="dimmed" size="sm">{words.there(booked.timezone)}: {wholeText(starts, booked.endsAt, booked.timezone)}</Text>}
      <Text mt="sm">{words.told}</Text>
      <Group gap="xs" mt="md" justify="center">
        {file && <Button component="a" href={file} download="interview.ics" size="md" leftSection={<Icon name="calendar" />}>{words.file}</Button>}
        {booked.link && <Button component="a" href={booked.link} variant="default" size="md" leftSection={<Icon name="door" />}>{words.room}</Button>}
      </Group>
      {booked.mayBeChanged ? (
        <>
          <Group gap="xs" mt="xl" justify="center">
            <Button variant="subtle" onClick={onMove}>{words.move}</Button>
            <Button variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>{words.off}</Button>
          </Group>
          <Text size="sm" c="dimmed">{words.until(momentText(booked.deadline, zone))}</Text>
        </>
      ) : (
        <Text size="sm" c="dimmed" mt="xl">{words.fixed}</Text>
      )}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={messages.off.title} closeButtonProps={{ "aria-label": messages.off.close }}>
        <Text mb="md">{messages.off.text}</Text>
        <FailureNote failure={callOff.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>{messages.off.keep}</Button>
          <Button color="red.8" loading={callOff.isPending} onClick={() => callOff.mutate()}>{messages.off.action}</Button>
        </Group>
      </Modal>
    </section>
  );
}

/** The address of the calendar file, which lives as long as this page shows it. */
function useFile(calendar: string | null): string | null {
  const file = useMemo(() => (calendar === null ? null : URL.createObjectURL(new Blob([calendar], { type: "text/calendar" }))), [calendar]);
  useEffect(() => () => { if (file !== null) URL.revokeObjectURL(file); }, [file]);
  return file;
}
