import { createHash } from "node:crypto";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeUpload {
  bytes: Buffer;
  length: number | null;
  metadata: Record<string, string>;
}

/** What a test lets happen to the next request: `status` answers it, `cut` breaks the line before or after it. */
export interface Trouble {
  method?: string;
  status?: number;
  code?: string;
  cut?: "before" | "after";
}

/** A small real tus 1.0.0 server: creation with a deferred length, checksums, offsets that must fit. */
export class TusServer {
  readonly uploads = new Map<string, FakeUpload>();
  readonly requests: string[] = [];
  readonly troubles: Trouble[] = [];
  isDown = false;
  readonly #server: Server = createServer((incoming, answer) => void this.#serve(incoming, answer));
  readonly #created = new Map<string, string>();
  #made = 0;

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get createUrl(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/create`;
  }

  get whole(): FakeUpload[] {
    return [...this.uploads.values()];
  }

  async #serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const method = incoming.method ?? "";
    this.requests.push(method);
    const trouble = this.#troubleFor(method);
    if (this.isDown || trouble?.cut === "before") {
      incoming.socket.destroy();
      return;
    }
    if (trouble?.status !== undefined) {
      refuse(answer, trouble.status, trouble.code ?? "trouble");
      return;
    }
    if (trouble?.cut === "after") {
      // The work is done and its answer is lost, which is what a client must never take for a failure.
      this.#work(incoming, body, null);
      incoming.socket.destroy();
      return;
    }
    this.#work(incoming, body, answer);
  }

  #troubleFor(method: string): Trouble | undefined {
    const at = this.troubles.findIndex((one) => one.method === undefined || one.method === method);
    return at < 0 ? undefined : this.troubles.splice(at, 1)[0];
  }

  #work(incoming: IncomingMessage, body: Buffer, answer: ServerResponse | null): void {
    if (incoming.method === "POST") {
      answer?.writeHead(201, { Location: this.#create(incoming), "Upload-Offset": "0" }).end();
      return;
    }
    const upload = this.uploads.get(incoming.url ?? "");
    if (upload === undefined) refuse(answer, 404, "upload_not_found");
    else if (incoming.method === "PATCH") append(incoming, body, upload, answer);
    else answer?.writeHead(200, standing(upload)).end();
  }

  #create(incoming: IncomingMessage): string {
    const key = String(incoming.headers["idempotency-key"]);
    const known = this.#created.get(key);
    if (known !== undefined) return known;
    const place = `/uploads/${String(++this.#made)}`;
    const metadata = metadataOf(String(incoming.headers["upload-metadata"]));
    this.uploads.set(place, { bytes: Buffer.alloc(0), length: null, metadata });
    this.#created.set(key, place);
    return place;
  }
}

function append(incoming: IncomingMessage, body: Buffer, upload: FakeUpload, answer: ServerResponse | null): void {
  const { headers } = incoming;
  if (Number(headers["upload-offset"]) !== upload.bytes.length) {
    refuse(answer, 409, "wrong_offset");
    return;
  }
  const told = headers["upload-checksum"];
  const sum = createHash("sha256").update(body).digest("base64");
  if (told !== undefined && told !== `sha256 ${sum}`) {
    refuse(answer, 460, "checksum_mismatch");
    return;
  }
  upload.bytes = Buffer.concat([upload.bytes, body]);
  if (headers["upload-length"] !== undefined) upload.length = Number(headers["upload-length"]);
  answer?.writeHead(204, standing(upload)).end();
}

function standing(upload: FakeUpload): Record<string, string> {
  const length = upload.length === null ? {} : { "Upload-Length": String(upload.length) };
  return { "Upload-Offset": String(upload.bytes.length), ...length };
}

function refuse(answer: ServerResponse | null, status: number, code: string): void {
  answer?.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify({ code }));
}

function metadataOf(told: string): Record<string, string> {
  const pairs = told.split(",").map((pair) => pair.split(" ") as [string, string]);
  return Object.fromEntries(pairs.map(([key, value]) => [key, atob(value)]));
}

function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      resolve(Buffer.concat(parts));
    });
  });
}

/** `fetch` over node's own sockets, because the test's browser would ask for cross-origin leave first. */
export function nodeFetch(address: string, init: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const headers = init.headers as Record<string, string>;
    const body = init.body as Uint8Array | null;
    const length = { "Content-Length": String(body?.length ?? 0) };
    const sent = request(address, { method: init.method ?? "GET", headers: { ...headers, ...length }, agent: false });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      void bodyOf(answer).then((text) => {
        const status = answer.statusCode ?? 0;
        const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        resolve(new Response(status === 204 || text.length === 0 ? null : text.toString(), { status, headers: told }));
      });
    });
    sent.end(body ?? undefined);
  });
}
