/** Where an interview can stand, in the order in which people look for it. */
export const STATUSES = ["scheduled", "in_progress", "completed", "cancelled", "no_show"] as const;

export type Status = (typeof STATUSES)[number];

export function isStatus(word: string | null): word is Status {
  return STATUSES.some((status) => status === word);
}
