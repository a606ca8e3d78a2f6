import type { Schemas } from "@/api";

/** What was published before a draw. */
export interface Published {
  publicId: string;
  organisation: string;
  lot: string;
  attempt: number;
  places: number;
  pool: string[];
  sources: Schemas["PublishedSource"][];
  criteria: Schemas["LotCriteria"];
  seedAt: string | null;
  preparedAt: string;
}

export interface Change {
  declined: number;
  taken: number | null;
}

export type DrawFile = Omit<Schemas["DrawFile"], "published" | "changes"> & { published: Published; changes: Change[] };

/** The pseudonym of a candidate in a draw: what the server published for them. Needs a secure connection. */
export async function pseudonym(publicId: string, candidateId: string, secret: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${publicId}:${candidateId}:${secret}`);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface Standing {
  number: number;
  rank: number | null;
  place: "holding" | "waiting" | "declined" | "pool";
}

/** Where a pseudonym stands in a draw; null where it is not in the pool. */
export function standingOf(file: DrawFile, name: string): Standing | null {
  const number = file.published.pool.indexOf(name) + 1;
  if (number === 0) return null;
  if (file.status !== "drawn") return { number, rank: null, place: "pool" };
  const hasLeft = file.changes.some((change) => change.declined === number);
  const place = file.holding.includes(number) ? "holding" : hasLeft ? "declined" : "waiting";
  return { number, rank: file.order.indexOf(number) + 1, place };
}

/** Those who wait, in the drawn order. */
export function waitingOf(file: DrawFile): number[] {
  const gone = new Set([...file.holding, ...file.changes.map((change) => change.declined)]);
  return file.order.filter((number) => !gone.has(number));
}
