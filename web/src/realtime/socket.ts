/** One socket a page: the candidate's by session id, a person's by the browser's login. */

import { io, type Socket } from "socket.io-client";

import { csrfToken, renewLogin } from "@/api";

import type { ClientEvents, SessionEvents } from "./events";

export type LiveSocket = Socket<SessionEvents, ClientEvents>;

/** The candidate's side of one session; the caller disconnects it. Whoever holds the session id is in its room. */
export function candidateSocket(sessionId: string): LiveSocket {
  return io({ auth: { session_id: sessionId }, withCredentials: false, reconnectionDelayMax: 8000 });
}

let shared: LiveSocket | null = null;

/** The socket of the person who is signed in, made at its first use and kept. */
export function personSocket(): LiveSocket {
  shared ??= connected();
  return shared;
}

/** Closes the person's socket, for the end of a login. */
export function dropPersonSocket(): void {
  shared?.disconnect();
  shared = null;
}

function connected(): LiveSocket {
  const socket: LiveSocket = io({ reconnectionDelayMax: 8000 });
  let renewedAt = 0;
  socket.on("connect_error", (refusal) => {
    // A refusal that names a code came from our server and is final for the library; an expired login is renewed once.
    const code = (refusal as Error & { data?: { code?: string } }).data?.code;
    if (code !== "not_authenticated" || Date.now() - renewedAt < 30_000) return;
    renewedAt = Date.now();
    void renewLogin(csrfToken()).then((stands) => {
      if (stands) socket.connect();
    });
  });
  return socket;
}

/** Watches a session until the returned function is called; joins again after every reconnection. */
export function watchSession(sessionId: string, handlers: Partial<SessionEvents>): () => void {
  const socket = personSocket();
  const join = () => socket.emit("join-session", { session_id: sessionId }, () => undefined);
  const pairs = Object.entries(handlers).map(([event, handler]) => [event, only(sessionId, handler)] as const);
  for (const [event, handler] of pairs) socket.on(event as keyof SessionEvents, handler);
  socket.on("connect", join);
  if (socket.connected) join();
  return () => {
    for (const [event, handler] of pairs) socket.off(event as keyof SessionEvents, handler);
    socket.off("connect", join);
    if (socket.connected) socket.emit("leave-session", { session_id: sessionId }, () => undefined);
  };
}

type Handler = (told: never) => void;

/** Passes on what is about this session: the socket may be in several rooms. */
function only(sessionId: string, handler: Handler) {
  return (told: { session_id?: string }) => {
    if (told.session_id === undefined || told.session_id === sessionId) handler(told as never);
  };
}
