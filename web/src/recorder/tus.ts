import type { Segment } from "./segment";

/** https://tus.io/protocols/resumable-upload, as far as a sender needs it. */
const VERSION = "1.0.0";
const CONTENT_TYPE = "application/offset+octet-stream";
const PATIENCE_MS = 30_000;
const SLOWEST_BYTES_PER_MS = 8;

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * What came of a request: it worked; the server's view differs, so ask with HEAD; the upload is gone;
 * the server refuses for good; or it may work later.
 */
export type Outcome =
  | { kind: "done"; offset: number; length: number | null; location: string | null }
  | { kind: "doubt"; code: string }
  | { kind: "gone"; code: string }
  | { kind: "refused"; code: string }
  | { kind: "later"; code: string; afterMs: number };

/** A tus client over fetch; each call is one request and never rejects. */
export class Tus {
  readonly #fetch: Fetch;
  readonly #now: () => number;

  constructor(fetch: Fetch = (address, init) => globalThis.fetch(address, init), now: () => number = Date.now) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /** Create a segment's upload; sent again with the same attempt it is the same upload. */
  create(segment: Segment): Promise<Outcome> {
    return this.#ask(segment.createUrl, "POST", {
      "Upload-Defer-Length": "1",
      "Upload-Metadata": metadata(segment),
      "Idempotency-Key": `segment-${segment.id}-${String(segment.attempt)}`,
    });
  }

  append(location: string, offset: number, body: Uint8Array<ArrayBuffer>, sum: string): Promise<Outcome> {
    const headers = { "Upload-Offset": String(offset), "Upload-Checksum": `sha256 ${sum}` };
    return this.#ask(location, "PATCH", { "Content-Type": CONTENT_TYPE, ...headers }, body);
  }

  /** Tell the length, which declares the upload whole. */
  finish(location: string, length: number): Promise<Outcome> {
    const headers = { "Upload-Offset": String(length), "Upload-Length": String(length) };
    return this.#ask(location, "PATCH", { "Content-Type": CONTENT_TYPE, ...headers });
  }

  head(location: string): Promise<Outcome> {
    return this.#ask(location, "HEAD", {});
  }

  async #ask(
    address: string,
    method: string,
    headers: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Outcome> {
    const patience = PATIENCE_MS + (body?.length ?? 0) / SLOWEST_BYTES_PER_MS;
    try {
      const answer = await this.#fetch(address, {
        method,
        headers: { "Tus-Resumable": VERSION, ...headers },
        body: body ?? null,
        signal: AbortSignal.timeout(patience),
        credentials: "omit",
        cache: "no-store",
      });
      return await this.#read(answer, address, method);
    } catch {
      return { kind: "later", code: "no_answer", afterMs: 0 };
    }
  }

  async #read(answer: Response, address: string, method: string): Promise<Outcome> {
    if (answer.ok) return done(answer, address);
    const code = method === "HEAD" ? `http_${String(answer.status)}` : await codeOf(answer);
    const { status } = answer;
    if (status === 404 || status === 410) return { kind: method === "POST" ? "refused" : "gone", code };
    if (status === 409 && code === "request_in_progress") return { kind: "later", code, afterMs: 0 };
    if (status === 429 || status >= 500) return { kind: "later", code, afterMs: this.#retryAfter(answer) };
    if (code === "upload_closed" || method !== "PATCH") return { kind: "refused", code };
    const isDoubtful = [400, 408, 409, 460].includes(status);
    return isDoubtful ? { kind: "doubt", code } : { kind: "refused", code };
  }

  #retryAfter(answer: Response): number {
    const told = answer.headers.get("Retry-After");
    if (told === null) return 0;
    const seconds = Number(told);
    return Number.isFinite(seconds) ? seconds * 1000 : Math.max(0, Date.parse(told) - this.#now()) || 0;
  }
}

function done(answer: Response, address: string): Outcome {
  const place = answer.headers.get("Location");
  const length = answer.headers.get("Upload-Length");
  return {
    kind: "done",
    offset: Number(answer.headers.get("Upload-Offset") ?? Number.NaN),
    length: length === null ? null : Number(length),
    location: place === null ? null : new URL(place, new URL(address, globalThis.location.href)).href,
  };
}

async function codeOf(answer: Response): Promise<string> {
  const told: unknown = await answer.json().catch(() => null);
  const code = typeof told === "object" && told !== null && "code" in told ? told.code : null;
  return typeof code === "string" ? code : `http_${String(answer.status)}`;
}

function metadata(segment: Segment): string {
  const told: { track: string; filetype: string; started_at: string; segment?: string } = {
    track: segment.track,
    filetype: segment.mimeType,
    started_at: segment.startedAt,
  };
  if (segment.number !== null) told.segment = String(segment.number);
  return Object.entries(told)
    .map(([key, value]) => `${key} ${btoa(value)}`)
    .join(",");
}
