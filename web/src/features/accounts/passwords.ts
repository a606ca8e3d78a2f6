// Without letters and digits that look alike, because a first password is often read out.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password that is easy to read out and has 79 random bits. */
export function suggestedPassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, randomLetter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** Every letter is as likely as any other: numbers beyond the last whole round are drawn again. */
function randomLetter(): string {
  const most = 256 - (256 % LETTERS.length);
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
    if (drawn < most) return LETTERS.charAt(drawn % LETTERS.length);
  }
}
