/** One socket a page: the candidate's by session id, a person's by the browser's login. */

import { io, type Socket } from "socket.io-client";

import { csrfToken, renewLogin } from "@/api";

import type { ClientEvents, SessionEvents } from "./events";
import { isKept, keepForEnd, tellClosedByServer } from "./presence";

export type LiveSocket = Socket<SessionEvents, ClientEvents>;

/** The candidate's side of one session; the caller disconnects it. Whoever holds the session id is in its room. */
export function candidateSocket(sessionId: string): LiveSocket {
  return io({ auth: { session_id: sessionId }, withCredentials: false, reconnectionDelayMax: 8000 });
}

let shared: LiveSocket | null = null;

/** The socket of the person who is signed in, made at its first use and kept until the login ends. */
export function personSocket(): LiveSocket {
  if (shared === null || !isKept(shared)) {
    shared = connected();
    keepForEnd(shared);
  }
  return shared;
}

function connected(): LiveSocket {
  const socket: LiveSocket = io({ reconnectionDelayMax: 8000 });
  socket.on("disconnect", (reason) => {
    if (reason !== "io server disconnect") return;
    tellClosedByServer();
    // The library takes this for final; a login that still stands comes back, any other is refused.
    socket.connect();
  });
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

/** Watches how the organisation's interviews stand until the returned function is called; tells whether it hears. */
export function watchInterviews(onNews: () => void, onHearing: (isHearing: boolean) => void): () => void {
  const socket = personSocket();
  const join = () =>
    socket.emit("join-organisation", ({ success }) => {
      onHearing(success);
      // What changed while nobody listened is not told again.
      if (success) onNews();
    });
  const lost = () => onHearing(false);
  socket.on("interview-status-changed", onNews);
  socket.on("connect", join);
  socket.on("disconnect", lost);
  if (socket.connected) join();
  return () => {
    socket.off("interview-status-changed", onNews);
    socket.off("connect", join);
    socket.off("disconnect", lost);
    if (socket.connected) socket.emit("leave-organisation", () => undefined);
  };
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
