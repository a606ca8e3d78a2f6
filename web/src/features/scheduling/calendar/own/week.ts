import type { Schemas } from "@/api";

export type HoursDetail = Schemas["WorkingHoursDetail"];

/** From one time of day to another; empty while it is being typed. */
export interface Stretch {
  starts: string;
  ends: string;
}

/** The stretches of each weekday, Monday first. */
export type Week = readonly (readonly Stretch[])[];

const LAST_MINUTE = "23:59";
const MIDNIGHT = "24:00";
export const USUAL: Stretch = { starts: "09:00", ends: "17:00" };

/** A time field knows no 24:00, so the end of the day is its last minute there. */
function shown(ends: string): string {
  return ends === MIDNIGHT ? LAST_MINUTE : ends;
}

/** Rules as a week that can be edited. */
export function weekOf(rules: HoursDetail["rules"]): Week {
  return Array.from({ length: 7 }, (_, weekday) =>
    rules.filter((rule) => rule.weekday === weekday).map((rule) => ({ starts: rule.starts, ends: shown(rule.ends) })),
  );
}

/** The week as the server takes it. */
export function rulesOf(week: Week): HoursDetail["rules"] {
  return week.flatMap((stretches, weekday) =>
    stretches.map(({ starts, ends }) => ({ weekday, starts, ends: ends === LAST_MINUTE ? MIDNIGHT : ends })),
  );
}

/** What is wrong with a stretch. */
export function faultOf({ starts, ends }: Stretch): "missing" | "order" | null {
  if (!starts || !ends) return "missing";
  return starts < ends ? null : "order";
}
