/** The person's socket as the shell needs it at every page: to end it, and to hear of its end. It brings no library along. */

interface Ending {
  disconnect: () => unknown;
}

let shared: Ending | null = null;
const listeners = new Set<() => void>();

/** Remembers the socket that a login's end takes along; null once it is gone. */
export function keepForEnd(socket: Ending): void {
  shared = socket;
}

/** Closes the person's socket, for the end of a login. */
export function dropPersonSocket(): void {
  shared?.disconnect();
  shared = null;
}

/** Whether this is the person's socket still. */
export function isKept(socket: Ending): boolean {
  return shared === socket;
}

/** Hears that the server closed the person's socket, because the login ended or allows other things now. */
export function onClosedByServer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells those who listen that the server closed the person's socket. */
export function tellClosedByServer(): void {
  for (const listener of listeners) listener();
}
