const KEPT = "booking-token";
/** Stands in the address once the token has been taken out of it. */
const PLACE = "here";

/** The link's token, taken out of the address and kept for this tab alone, so that a reload comes back. */
export function takeToken(inAddress: string): string | null {
  if (inAddress === PLACE) return sessionStorage.getItem(KEPT);
  sessionStorage.setItem(KEPT, inAddress);
  history.replaceState(history.state, "", `/book/${PLACE}`);
  return inAddress;
}
