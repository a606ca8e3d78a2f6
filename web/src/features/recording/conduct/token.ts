const KEPT = "interview-token";
/** Stands in the address once the token has been taken out of it. */
const PLACE = "here";

/**
 * The token of this room. It is taken out of the address, so that it is seen neither on a shared screen nor in the
 * list of visited pages, and kept for this tab alone, so that a reload comes back.
 */
export function takeToken(inAddress: string): string | null {
  if (inAddress === PLACE) return sessionStorage.getItem(KEPT);
  sessionStorage.setItem(KEPT, inAddress);
  history.replaceState(history.state, "", `/i/${PLACE}`);
  return inAddress;
}

/** The room is left for good. */
export function forgetToken(): void {
  sessionStorage.removeItem(KEPT);
}

/** A name for this token's room, from which the token cannot be told. */
export async function roomName(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  const start = [...new Uint8Array(digest).slice(0, 12)];
  return `interview-room-${start.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
