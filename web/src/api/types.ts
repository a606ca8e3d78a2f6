/** What the generated schema says about a path, in words that a caller can use. */

import type { components, paths } from "./schema";

export type Method = "get" | "post" | "put" | "patch" | "delete";
export type Schemas = components["schemas"];

/** The paths that take a method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths] &
  string;

type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;
type JsonOf<C> = C extends { content: { "application/json": infer J } } ? J : undefined;

type RequestOf<O> = O extends { requestBody?: infer B } ? ([NonNullable<B>] extends [never] ? null : JsonOf<NonNullable<B>>) : null;

/** The JSON body that an operation takes; null where it takes none. */
export type Body<P extends keyof paths, M extends Method> = RequestOf<Operation<P, M>>;

/** The JSON that an operation answers when it succeeds. */
export type Result<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 201)]> : never;

export interface Options {
  path?: Readonly<Record<string, string | number>>;
  query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** A candidate's page never sends the login of whoever uses the same browser. */
  as?: "person" | "candidate";
  /** False where an answer is never given twice: no idempotency key, no second try. */
  once?: boolean;
  /** False where a 401 is an answer and not an expired login. */
  renew?: boolean;
}
