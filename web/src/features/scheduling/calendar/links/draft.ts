import type { Schemas } from "@/api";

import { messages } from "./messages";

const words = messages.form;
const DAY_MS = 86_400_000;
const MOST_DAYS = 60;

/** A booking link as it is being written. */
export interface Draft {
  candidateId: string | null;
  interviewerIds: string[];
  title: string;
  position: string;
  type: string;
  mode: string;
  durationMinutes: number;
  bufferMinutes: number;
  stepMinutes: string;
  firstDay: string;
  lastDay: string;
  timezone: string;
  noticeHours: number;
  deadlineHours: number;
  send: boolean;
}

function day(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** What the form begins with: two weeks from today. */
export function blank(timezone: string, interviewerId: string, now: number): Draft {
  return {
    candidateId: null,
    interviewerIds: [interviewerId],
    title: "",
    position: "",
    type: "technical",
    mode: "video",
    durationMinutes: 60,
    bufferMinutes: 15,
    stepMinutes: "30",
    firstDay: day(now),
    lastDay: day(now + 14 * DAY_MS),
    timezone,
    noticeHours: 24,
    deadlineHours: 24,
    send: true,
  };
}

/** What is wrong with a draft, by field. */
export const rules = {
  candidateId: (value: string | null) => (value === null ? words.candidateMissing : null),
  interviewerIds: (value: string[]) => (value.length === 0 ? words.interviewersMissing : null),
  title: (value: string) => (value.trim() ? null : words.nameMissing),
  lastDay: (value: string, draft: Draft) => {
    const days = (Date.parse(value) - Date.parse(draft.firstDay)) / DAY_MS;
    if (!(days >= 0)) return words.order;
    return days > MOST_DAYS ? words.far : null;
  },
};

/** The draft as the server takes it. */
export function bodyOf(draft: Draft): Schemas["CreateBookingLink"] {
  const { candidateId, position, stepMinutes, type, mode, ...rest } = draft;
  return {
    ...rest,
    candidateId: Number(candidateId),
    position: position.trim() || null,
    stepMinutes: Number(stepMinutes) as 15 | 30 | 60,
    type: type as NonNullable<Schemas["CreateBookingLink"]["type"]>,
    mode: mode as NonNullable<Schemas["CreateBookingLink"]["mode"]>,
  };
}
