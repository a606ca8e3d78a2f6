import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";

import type { Schemas } from "@/api";
import { Facts } from "@/ui/Facts";
import { momentText } from "@/ui/time";

import { actionMessages } from "./actions/messages";
import { formMessages } from "./form/messages";
import { messages } from "./messages";
import classes from "./Setup.module.css";

type Interview = Schemas["InterviewDetail"];
type Fact = readonly [string, ReactNode];
const words = messages.setup;
const more = actionMessages.facts;

/** Everything that was agreed about an interview, in facts. */
export function About({ interview }: { interview: Interview }) {
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Facts facts={[...times(interview), ...meeting(interview), ...rest(interview)]} />
      {interview.cancelledReason !== null && <Text mt="md">{words.cancelled(interview.cancelledReason)}</Text>}
    </section>
  );
}

function times(interview: Interview): Fact[] {
  const window = [
    interview.opensAt && words.from(momentText(interview.opensAt, interview.timezone)),
    interview.closesAt && words.until(momentText(interview.closesAt, interview.timezone)),
  ].filter(Boolean);
  const length = [words.minutes(interview.durationMinutes), interview.bufferMinutes ? more.free(interview.bufferMinutes) : ""];
  const moving = [
    interview.allowReschedule ? more.movable(interview.rescheduleDeadlineHours) : more.fixed,
    interview.rescheduleCount ? more.moved(interview.rescheduleCount) : "",
  ];
  const isTimed = interview.scheduledAt !== null;
  return [
    [words.facts.when, isTimed ? `${momentText(interview.scheduledAt, interview.timezone)} (${interview.timezone})` : words.anyTime],
    [words.facts.window, window.length ? window.join(", ") : words.anyTime],
    [words.facts.duration, length.filter(Boolean).join(", ")],
    ...(isTimed ? [[more.moving, moving.filter(Boolean).join(", ")] as const] : []),
  ];
}

function meeting(interview: Interview): Fact[] {
  const isInPerson = interview.mode === "in_person";
  const link = interview.meetingUrl === null ? more.ownRoom : (
    <Anchor href={interview.meetingUrl} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: "anywhere" }}>{interview.meetingUrl}</Anchor>
  );
  return [
    [more.panel, interview.panel.length ? <Panel key="panel" panel={interview.panel} /> : more.nobody],
    [more.mode, formMessages.modes[interview.mode] ?? interview.mode],
    ...(isInPerson ? [] : [[more.link, link] as const]),
    ...(interview.location === null ? [] : [[more.location, interview.location] as const]),
  ];
}

function Panel({ panel }: { panel: Interview["panel"] }) {
  const roles: Record<string, string> = { lead: more.lead, observer: more.observer };
  return (
    <>
      {panel.map((person) => {
        const role = panel.length > 1 ? roles[person.role] : undefined;
        return (
          <span key={person.userId} style={{ display: "block" }}>
            {person.name}
            {role !== undefined && <Text span inherit c="dimmed"> {role}</Text>}
          </span>
        );
      })}
    </>
  );
}

function rest(interview: Interview): Fact[] {
  const ways = [
    interview.isAiInterview && formMessages.ai.toLowerCase(),
    interview.allowsRetake && words.retake,
    interview.showsHints && words.hints,
    interview.recordsScreen && words.screen,
  ].filter(Boolean);
  const kind = [formMessages.types[interview.type] ?? interview.type, formMessages.difficulties[interview.difficulty]];
  const exercise = interview.codingExercise && [interview.codingExercise.title, interview.codingExercise.language];
  return [
    [more.type, kind.filter(Boolean).join(", ")],
    [words.facts.ways, ways.length ? ways.join(", ") : words.plain],
    ...(exercise ? [[more.exercise, exercise.filter(Boolean).join(", ")] as const] : []),
    ...(interview.tags.length ? [[more.tags, interview.tags.join(", ")] as const] : []),
    [words.facts.made, momentText(interview.createdAt)],
  ];
}
