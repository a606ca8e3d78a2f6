/** A failure that the server explained (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  /** A stable word, such as `wrong_credentials`. */
  readonly code: string;
  /** Messages by the field that they are about. */
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Seconds until another try makes sense; null where the server told none. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: Readonly<Record<string, unknown>>, retryAfter: string | null = null) {
    super(text(body["detail"]) || text(body["title"]) || `The server answered ${String(status)}.`);
    this.name = "Problem";
    this.status = status;
    this.code = text(body["code"]) || "unknown";
    this.fields = messages(body["errors"]);
    this.requestId = text(body["request_id"]);
    this.retryAfterSeconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** The server could not be reached at all: no network, or nobody there. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function messages(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([field, told]) => [field, flat(told).join(" ")]));
}

/** Marshmallow nests messages by index and member; a form shows them in one line. */
function flat(told: unknown): string[] {
  if (typeof told === "string") return [told];
  if (typeof told === "object" && told !== null) return Object.values(told).flatMap(flat);
  return [];
}

/** Reads what a refusal says; a body that is no problem becomes one with the status alone. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const told = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return new Problem(response.status, told, response.headers.get("Retry-After"));
}
