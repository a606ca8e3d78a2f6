/** An interview while it is written, and as the server takes it. */

import type { Schemas } from "@/api";
import { ownZone } from "@/ui/time";

import { messages } from "./messages";
import { type DraftQuestion, isBlank, lines, written } from "./plan";

const words = messages.form;

export interface Draft {
  who: "known" | "new";
  candidateId: string | null;
  name: string;
  email: string;
  title: string;
  position: string;
  durationMinutes: string | number;
  /** As a `datetime-local` field holds them, in this browser's zone; empty where open. */
  scheduledAt: string;
  opensAt: string;
  closesAt: string;
  allowsRetake: boolean;
  showsHints: boolean;
  recordsScreen: boolean;
  culture: string;
}

export const EMPTY: Draft = {
  who: "known",
  candidateId: null,
  name: "",
  email: "",
  title: "",
  position: "",
  durationMinutes: 30,
  scheduledAt: "",
  opensAt: "",
  closesAt: "",
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
};

/** What is missing in the plan, by question; one that nobody wrote into is left out without a word. */
export function planErrors(questions: readonly DraftQuestion[]): Record<string, string> {
  const wordless = questions.filter((question) => !question.text.trim() && !isBlank(question));
  return Object.fromEntries(wordless.map((question) => [question.key, messages.question.textMissing]));
}

function moment(local: string): string | null {
  return local ? new Date(local).toISOString() : null;
}

export function request(draft: Draft, candidateId: number, questions: readonly DraftQuestion[]): Schemas["CreateInterview"] {
  return {
    candidateId,
    title: draft.title.trim(),
    position: draft.position.trim() || null,
    durationMinutes: Number(draft.durationMinutes) || 30,
    scheduledAt: moment(draft.scheduledAt),
    opensAt: moment(draft.opensAt),
    closesAt: moment(draft.closesAt),
    timezone: ownZone(),
    allowsRetake: draft.allowsRetake,
    showsHints: draft.showsHints,
    recordsScreen: draft.recordsScreen,
    cultureCriteria: lines(draft.culture),
    questions: questions.filter((question) => !isBlank(question)).map(written),
  };
}
