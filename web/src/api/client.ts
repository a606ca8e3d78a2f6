/** The typed way to the server: `await api.get("/api/users", { query: { limit: 50 } })`. */

import { CSRF_HEADER, csrfToken, renewLogin } from "./login";
import { problemOf, Unreachable } from "./problem";
import type { Body, Method, Options, PathsWith, Result } from "./types";

const RETRY_DELAYS_MS = [400, 1500];
type Sent = Options & { body?: unknown };

function path(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function query(values: Options["query"] = {}): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const written = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return written && `?${written}`;
}

function headersOf(method: Method, sent: Sent, csrf: string): Headers {
  const headers = new Headers({ Accept: "application/json", ...sent.headers });
  if (sent.body !== undefined) headers.set("Content-Type", "application/json");
  if (method !== "get" && sent.as !== "candidate" && csrf) headers.set(CSRF_HEADER, csrf);
  return headers;
}

async function reach(method: Method, address: string, sent: Sent, headers: Headers): Promise<Response> {
  try {
    return await fetch(address, {
      method: method.toUpperCase(),
      headers,
      credentials: sent.as === "candidate" ? "omit" : "same-origin",
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
      ...(sent.signal ? { signal: sent.signal } : {}),
    });
  } catch (cause) {
    if (sent.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

/** One key for all tries, so that an answer lost on the way does not make a second row. */
async function reachAgain(method: Method, address: string, sent: Sent, csrf: string): Promise<Response> {
  const headers = headersOf(method, sent, csrf);
  if (method === "post" && sent.once !== false) headers.set("Idempotency-Key", crypto.randomUUID());
  const delays = sent.once === false ? [] : RETRY_DELAYS_MS;
  for (const delay of delays) {
    try {
      return await reach(method, address, sent, headers);
    } catch (failure) {
      if (!(failure instanceof Unreachable) || !navigator.onLine) throw failure;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  return reach(method, address, sent, headers);
}

/** Calls the server; throws `Problem` for a refusal and `Unreachable` where nobody answers. */
async function call(method: Method, template: string, sent: Sent): Promise<unknown> {
  const address = path(template, sent.path) + query(sent.query);
  const csrf = csrfToken();
  let response = await reachAgain(method, address, sent, csrf);
  if (response.status === 401 && sent.as !== "candidate" && sent.renew !== false && (await renewLogin(csrf))) {
    response = await reachAgain(method, address, sent, csrfToken());
  }
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : await response.json();
}

/** Each verb knows the paths that take it, their values and their answers from the generated schema. */
export const api = {
  get: <P extends PathsWith<"get">>(template: P, options: Options = {}) =>
    call("get", template, options) as Promise<Result<P, "get">>,
  post: <P extends PathsWith<"post">>(template: P, body: Body<P, "post">, options: Options = {}) =>
    call("post", template, body === null ? options : { ...options, body }) as Promise<Result<P, "post">>,
  put: <P extends PathsWith<"put">>(template: P, body: Body<P, "put">, options: Options = {}) =>
    call("put", template, body === null ? options : { ...options, body }) as Promise<Result<P, "put">>,
  patch: <P extends PathsWith<"patch">>(template: P, body: Body<P, "patch">, options: Options = {}) =>
    call("patch", template, body === null ? options : { ...options, body }) as Promise<Result<P, "patch">>,
  delete: <P extends PathsWith<"delete">>(template: P, options: Options = {}) =>
    call("delete", template, options) as Promise<Result<P, "delete">>,
};
