const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** Bytes as people read them: 103 kB, 1.2 GB. */
export function sizeText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : String(Math.round(value))} ${UNITS[power] ?? ""}`;
}

/** A score as it is shown: one decimal where it has one. */
export function scoreText(score: number): string {
  return String(Math.round(score * 10) / 10);
}
