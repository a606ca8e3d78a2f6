import { Temporal } from "temporal-polyfill";

/** What a wall-clock time means in a zone: a moment, or why it is none. */
export interface Meant {
  moment: Date | null;
  /** The clocks skip it that night. */
  isSkipped: boolean;
  /** The clocks show it twice that night; the first is meant. */
  isDoubled: boolean;
}

/** A moment as a `datetime-local` field holds it, on the clock of a zone. */
export function wallTime(moment: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The moment that a `datetime-local` field means on the clock of a zone. */
export function meant(wall: string, zone: string): Meant {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(wall);
  } catch {
    return { moment: null, isSkipped: false, isDoubled: false };
  }
  const [early, late] = (["earlier", "later"] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }));
  const isSame = early?.epochMilliseconds === late?.epochMilliseconds;
  const isSkipped = !isSame && !early?.toPlainDateTime().equals(plain);
  return {
    moment: early === undefined || isSkipped ? null : new Date(early.epochMilliseconds),
    isSkipped,
    isDoubled: !isSame && !isSkipped,
  };
}

/** "Tue, 1 Dec 2026, 10:00 – 11:00" on the clock of a zone. */
export function spanText(starts: string, ends: string | null, zone: string): string {
  const format = new Intl.DateTimeFormat(undefined, {
    weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit", timeZone: zone,
  });
  return ends === null ? format.format(new Date(starts)) : format.formatRange(new Date(starts), new Date(ends));
}

const EARLIEST = 6;
const LATEST = 22;

/** The hours of a week that have to be shown: the usual ones, and those of every interview in it. */
export function hoursOf(events: readonly { startsAt: string | null; endsAt: string | null }[], zone: string): { first: string; last: string } {
  let [first, last] = [EARLIEST, LATEST];
  for (const event of events) {
    const [starts, ends] = [event.startsAt, event.endsAt].map((moment) => wallTime(new Date(moment ?? 0), zone));
    if (starts === undefined || ends === undefined) continue;
    const isOverMidnight = starts.slice(0, 10) !== ends.slice(0, 10);
    first = isOverMidnight ? 0 : Math.min(first, Number(starts.slice(11, 13)));
    last = isOverMidnight ? 24 : Math.max(last, Number(ends.slice(11, 13)) + 1);
  }
  const text = (hour: number) => `${String(Math.min(hour, 24)).padStart(2, "0")}:00:00`;
  return { first: text(first), last: text(last) };
}
