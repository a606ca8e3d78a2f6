/** Between a clock's reading in a time zone and the moment it means. */

const READING = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/** What the clock of a zone shows at a moment, as a `datetime-local` field holds it; empty where there is none. */
export function reading(moment: string | null, zone: string): string {
  if (!moment) return "";
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return format.format(new Date(moment)).replace(" ", "T").slice(0, 16);
}

function asIfUtc(text: string): number {
  const [, year, month, day, hour, minute] = (READING.exec(text) ?? []).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute);
}

/**
 * The moment at which the clock of a zone shows this; null for an empty field.
 * A reading that a clock shows twice is its first; one that it skips is the same time after the skip.
 */
export function momentOf(text: string, zone: string): string | null {
  if (!READING.test(text)) return null;
  const wanted = asIfUtc(text);
  const offset = (at: number) => asIfUtc(reading(new Date(at).toISOString(), zone)) - at;
  const [before, after] = [offset(wanted - 86_400_000), offset(wanted + 86_400_000)];
  const fits = [before, after].map((each) => wanted - each).filter((at) => offset(at) === wanted - at);
  return new Date(fits.length ? Math.min(...fits) : wanted - before).toISOString();
}
