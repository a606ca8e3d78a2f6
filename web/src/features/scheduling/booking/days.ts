/** The free times of one day, in a zone. */
export interface Day {
  /** `2026-12-01` */
  day: string;
  slots: string[];
}

/** The day of a moment on the calendar of a zone, as `2026-12-01`. */
export function dayOf(moment: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(new Date(moment));
}

/** Free times by their day, in order. */
export function byDay(slots: readonly string[], zone: string): Day[] {
  const days = new Map<string, string[]>();
  for (const slot of slots) {
    const day = dayOf(slot, zone);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, own]) => ({ day, slots: own }));
}

/** "10:30 AM", with the zone's short name where the clocks show it twice that day. */
export function clockText(moment: string, zone: string, all: readonly string[] = []): string {
  const plain = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit", timeZone: zone });
  const text = plain.format(new Date(moment));
  const isDoubled = all.some((other) => other !== moment && dayOf(other, zone) === dayOf(moment, zone) && plain.format(new Date(other)) === text);
  if (!isDoubled) return text;
  return new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit", timeZone: zone, timeZoneName: "shortOffset" }).format(new Date(moment));
}

/** A day given as `2026-12-01` in words. */
export function dayText(day: string, style: "long" | "short" = "long"): string {
  const options: Intl.DateTimeFormatOptions = { weekday: style, day: "numeric", month: style, timeZone: "UTC" };
  return new Intl.DateTimeFormat(undefined, options).format(new Date(`${day}T00:00:00Z`));
}

/** The day so many days later. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** "Tuesday, 1 December 2026, 10:00 – 11:00 AM" in a zone. */
export function wholeText(starts: string, ends: string | null, zone: string): string {
  const format = new Intl.DateTimeFormat(undefined, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit", timeZone: zone,
  });
  return ends === null ? format.format(new Date(starts)) : format.formatRange(new Date(starts), new Date(ends));
}
