/** A moment on the time line. */
export interface Mark {
  id: string;
  number: number;
  label: string;
  second: number;
}

/** Marks that stand so close that a finger could not tell them apart. */
export interface MarkGroup {
  second: number;
  /** Where it stands, 0 to 1. */
  share: number;
  marks: readonly Mark[];
}

/** Room that a mark takes, in pixels: what a finger needs, and a little between. */
const ROOM = 30;

/** Joins marks that would overlap on a line of this width; those outside of the recording stand at its ends. */
export function groupMarks(marks: readonly Mark[], duration: number, width: number): MarkGroup[] {
  if (duration <= 0) return [];
  const groups: { second: number; share: number; marks: Mark[] }[] = [];
  for (const mark of [...marks].sort((one, other) => one.second - other.second)) {
    const share = Math.min(1, Math.max(0, mark.second / duration));
    const last = groups.at(-1);
    if (last && (share - last.share) * width < ROOM) last.marks.push(mark);
    else groups.push({ second: Math.max(0, Math.min(mark.second, duration)), share, marks: [mark] });
  }
  return groups;
}

/** "1", or "1–3" for several. */
export function groupText(group: MarkGroup): string {
  const [first, last] = [group.marks[0]?.number, group.marks.at(-1)?.number];
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
}
