/** What of a draft has to be mended before it is sent, by field. */

import { type Draft, rules } from "../draft";

export function validated(draft: Draft): Record<string, string> {
  const found: Record<string, string | null> = {
    candidateId: rules.candidateId(draft.candidateId, draft),
    name: rules.name(draft.name, draft),
    email: rules.email(draft.email, draft),
    title: rules.title(draft.title),
    closesAt: rules.closesAt(draft.closesAt, draft),
    meetingUrl: rules.meetingUrl(draft.meetingUrl),
    "exercise.title": draft.exercise && rules.exercise.title(draft.exercise.title),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The keyboard goes to what must be mended first. */
export function focusFirstError(): void {
  const marked = "input[aria-invalid=true], textarea[aria-invalid=true], [data-error] input";
  requestAnimationFrame(() => document.querySelector<HTMLElement>(marked)?.focus());
}
