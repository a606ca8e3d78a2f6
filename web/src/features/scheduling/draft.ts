/** An interview while it is written, and as the server takes it. */

import type { Schemas } from "@/api";
import { ownZone } from "@/ui/time";

import { formMessages } from "./form/messages";
import { momentOf, reading } from "./form/zoned";
import { messages } from "./messages";
import { type DraftQuestion, isBlank, lines, written } from "./plan";

const words = messages.form;
export type InterviewRequest = Omit<Schemas["CreateInterview"], "candidateId" | "force">;

export interface Exercise {
  title: string;
  description: string;
  language: string;
  starterCode: string;
}

export interface Draft {
  who: "known" | "new";
  candidateId: string | null;
  name: string;
  email: string;
  title: string;
  position: string;
  jobId: string | null;
  type: string;
  mode: string;
  difficulty: string;
  tags: string[];
  /** Ids of people, who leads first. */
  panel: string[];
  durationMinutes: string | number;
  bufferMinutes: string | number;
  preparationTime: string | number;
  timezone: string;
  /** As a `datetime-local` field holds them, on the clock of `timezone`; empty where open. */
  scheduledAt: string;
  opensAt: string;
  closesAt: string;
  allowReschedule: boolean;
  rescheduleDeadlineHours: string | number;
  meetingUrl: string;
  location: string;
  isAiInterview: boolean;
  exercise: Exercise | null;
  notes: string;
  allowsRetake: boolean;
  showsHints: boolean;
  recordsScreen: boolean;
  culture: string;
}

export const BLANK_EXERCISE: Exercise = { title: "", description: "", language: "", starterCode: "" };

export const EMPTY: Draft = {
  who: "known",
  candidateId: null,
  name: "",
  email: "",
  title: "",
  position: "",
  jobId: null,
  type: "technical",
  mode: "video",
  difficulty: "medium",
  tags: [],
  panel: [],
  durationMinutes: 30,
  bufferMinutes: 0,
  preparationTime: 10,
  timezone: ownZone(),
  scheduledAt: "",
  opensAt: "",
  closesAt: "",
  allowReschedule: true,
  rescheduleDeadlineHours: 24,
  meetingUrl: "",
  location: "",
  isAiInterview: false,
  exercise: null,
  notes: "",
  allowsRetake: false,
  showsHints: true,
  recordsScreen: false,
  culture: "",
};

export const rules = {
  candidateId: (value: string | null, all: Draft) => (all.who === "known" && !value ? words.candidateMissing : null),
  name: (value: string, all: Draft) => (all.who === "new" && !value.trim() ? words.nameMissing : null),
  email: (value: string, all: Draft) =>
    all.who === "known" || !value.trim() || /^\S+@\S+\.\S+$/.test(value.trim()) ? null : words.emailWrong,
  title: (value: string) => (value.trim() ? null : words.titleMissing),
  closesAt: (value: string, all: Draft) => (value && all.opensAt && value <= all.opensAt ? words.order : null),
  meetingUrl: (value: string) => (!value.trim() || /^https:\/\/\S+$/.test(value.trim()) ? null : formMessages.meetingUrlWrong),
  exercise: { title: (value: string) => (value.trim() ? null : formMessages.exerciseNameMissing) },
};

/** What is missing in the plan, by question; one that nobody wrote into is left out without a word. */
export function planErrors(questions: readonly DraftQuestion[]): Record<string, string> {
  const wordless = questions.filter((question) => !question.text.trim() && !isBlank(question));
  return Object.fromEntries(wordless.map((question) => [question.key, messages.question.textMissing]));
}

function number(value: string | number, otherwise: number): number {
  return value === "" ? otherwise : Number(value);
}

export function body(draft: Draft, questions: readonly DraftQuestion[]): InterviewRequest {
  return {
    title: draft.title.trim(),
    position: draft.position.trim() || null,
    jobId: draft.jobId,
    type: draft.type as NonNullable<InterviewRequest["type"]>,
    mode: draft.mode as NonNullable<InterviewRequest["mode"]>,
    difficulty: draft.difficulty as NonNullable<InterviewRequest["difficulty"]>,
    tags: draft.tags.map((tag) => tag.trim().toLowerCase()).sort(),
    interviewerIds: draft.panel,
    durationMinutes: number(draft.durationMinutes, 30),
    bufferMinutes: number(draft.bufferMinutes, 0),
    preparationTime: number(draft.preparationTime, 0),
    scheduledAt: momentOf(draft.scheduledAt, draft.timezone),
    opensAt: momentOf(draft.opensAt, draft.timezone),
    closesAt: momentOf(draft.closesAt, draft.timezone),
    timezone: draft.timezone,
    allowReschedule: draft.allowReschedule,
    rescheduleDeadlineHours: number(draft.rescheduleDeadlineHours, 0),
    meetingUrl: draft.mode === "in_person" ? null : draft.meetingUrl.trim() || null,
    location: draft.location.trim() || null,
    isAiInterview: draft.isAiInterview,
    codingExercise: draft.exercise && { ...draft.exercise, title: draft.exercise.title.trim() },
    notes: draft.notes.trim() || null,
    allowsRetake: draft.allowsRetake,
    showsHints: draft.showsHints,
    recordsScreen: draft.recordsScreen,
    cultureCriteria: lines(draft.culture),
    questions: questions.filter((question) => !isBlank(question)).map(written),
  };
}

export function request(draft: Draft, candidateId: number, questions: readonly DraftQuestion[]): Schemas["CreateInterview"] {
  return { candidateId, ...body(draft, questions) };
}

/** What of an interview differs from how it was, for a change; an emptied time is left as it was. */
export function difference(before: InterviewRequest, after: InterviewRequest): Schemas["ChangeInterviewUpdate"] {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof InterviewRequest]),
  );
  const { scheduledAt, ...rest } = Object.fromEntries(changed) as InterviewRequest;
  return scheduledAt ? { ...rest, scheduledAt } : rest;
}

function followsPreparation(interview: Schemas["InterviewDetail"]): boolean {
  if (interview.opensAt === null || interview.scheduledAt === null) return false;
  return Date.parse(interview.scheduledAt) - Date.parse(interview.opensAt) === interview.preparationTime * 60_000;
}

/** An interview as it is written in the form. */
export function draftOf(interview: Schemas["InterviewDetail"]): Draft {
  const zone = interview.timezone;
  return {
    ...EMPTY,
    candidateId: String(interview.candidateId),
    title: interview.title,
    position: interview.position ?? "",
    jobId: interview.jobId,
    type: interview.type,
    mode: interview.mode,
    difficulty: interview.difficulty,
    tags: interview.tags,
    panel: interview.panel.map((person) => person.userId),
    durationMinutes: interview.durationMinutes,
    bufferMinutes: interview.bufferMinutes,
    preparationTime: interview.preparationTime,
    timezone: zone,
    scheduledAt: reading(interview.scheduledAt, zone),
    opensAt: followsPreparation(interview) ? "" : reading(interview.opensAt, zone),
    closesAt: reading(interview.closesAt, zone),
    allowReschedule: interview.allowReschedule,
    rescheduleDeadlineHours: interview.rescheduleDeadlineHours,
    meetingUrl: interview.meetingUrl ?? "",
    location: interview.location ?? "",
    isAiInterview: interview.isAiInterview,
    exercise: interview.codingExercise && { ...BLANK_EXERCISE, ...interview.codingExercise },
    notes: interview.notes ?? "",
    allowsRetake: interview.allowsRetake,
    showsHints: interview.showsHints,
    recordsScreen: interview.recordsScreen,
    culture: interview.cultureCriteria.join("\n"),
  };
}
