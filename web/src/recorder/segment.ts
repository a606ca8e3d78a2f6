import type { TrackName } from "./formats";

/** One run of a recorder: one tus upload. The counts are of bytes, chunks and milliseconds. */
export interface Segment {
  id: string;
  session: string;
  /** Where its upload is created. */
  createUrl: string;
  track: TrackName;
  /** Null where the server shall number it. */
  number: number | null;
  mimeType: string;
  startedAt: string;
  madeAt: number;
  /** The upload's own address, null before it is created. */
  location: string | null;
  /** How often an upload was created for it; a part of the key that makes creation safe to repeat. */
  attempt: number;
  spooled: Count;
  sent: Count;
  /** The last chunk that the server acknowledged, -1 before the first. */
  acknowledged: number;
  /** The upload's acknowledged length. */
  offset: number;
  /** How many bytes of the next chunk the server has already. */
  partial: number;
  /** Whether the header chunk goes out once more, at the head of an upload that was created anew. */
  resendsHeader: boolean;
  isClosed: boolean;
  isDone: boolean;
  /** Why the server takes no more of it. */
  refusal: string | null;
}

export interface Count {
  bytes: number;
  chunks: number;
  ms: number;
}

/** What a chunk is, apart from its bytes. `sha256` is of the plain bytes, in base64. */
export interface ChunkFacts {
  segment: string;
  n: number;
  size: number;
  ms: number;
  mime: string;
  sha256: string;
  at: number;
}

/** A chunk as it lies in the spool: encrypted. */
export interface Chunk extends ChunkFacts {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

export const NOTHING: Count = { bytes: 0, chunks: 0, ms: 0 };

export function plus(one: Count, other: Count): Count {
  return { bytes: one.bytes + other.bytes, chunks: one.chunks + other.chunks, ms: one.ms + other.ms };
}

export function minus(one: Count, other: Count): Count {
  return { bytes: one.bytes - other.bytes, chunks: one.chunks - other.chunks, ms: one.ms - other.ms };
}

/** Whether this chunk still has to go out. */
export function isPending(segment: Segment, n: number): boolean {
  return n > segment.acknowledged || (segment.resendsHeader && n === 0);
}

/**
 * The segment after the server told that its upload ends at `offset`; `chunks` are the pending ones in order.
 * Returns null where that cannot be: the server holds less than it acknowledged, or more than was ever sent.
 */
export function acknowledge(segment: Segment, chunks: readonly ChunkFacts[], offset: number): Segment | null {
  let next = { ...segment };
  let at = segment.offset - segment.partial;
  if (offset < segment.offset) return null;
  for (const chunk of chunks) {
    if (at + chunk.size > offset) break;
    at += chunk.size;
    next = past(next, chunk);
  }
  const rest = offset - at;
  const first = chunks.find((chunk) => isPending(next, chunk.n));
  if (rest > 0 && (first === undefined || rest >= first.size)) return null;
  return { ...next, offset, partial: rest };
}

function past(segment: Segment, chunk: ChunkFacts): Segment {
  if (segment.resendsHeader && chunk.n === 0) return { ...segment, resendsHeader: false };
  const counted = plus(segment.sent, { bytes: chunk.size, chunks: 1, ms: chunk.ms });
  return { ...segment, sent: counted, acknowledged: chunk.n };
}

/** The segment before an upload of its own exists again; the header goes first, or the rest could not be read. */
export function anew(segment: Segment): Segment {
  return {
    ...segment,
    location: null,
    number: null,
    attempt: segment.attempt + 1,
    offset: 0,
    partial: 0,
    resendsHeader: segment.acknowledged >= 0,
  };
}

/** A chunk without its bytes. */
export function factsOf(chunk: Chunk): ChunkFacts {
  const { segment, n, size, ms, mime, sha256: sum, at } = chunk;
  return { segment, n, size, ms, mime, sha256: sum, at };
}

/** Several pieces as one. */
export function joined(parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
