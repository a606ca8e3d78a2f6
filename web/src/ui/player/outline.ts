/** Quiet speech would be a line: the loudest stretch fills the height, but noise alone is not blown up. */
const LEAST_FULL = 0.15;
/** What is drawn of silence, so that the line does not break. */
const THINNEST = 0.02;

/** A mirrored shape, one wide and two high, from how loud each stretch is. */
export function outline(peaks: readonly number[]): string {
  const loudest = Math.max(LEAST_FULL, ...peaks);
  const points = peaks.map((peak, index) => ({
    x: (index + 0.5) / peaks.length,
    height: Math.max(THINNEST, Math.min(1, peak / loudest)),
  }));
  const round = (value: number) => String(Math.round(value * 10_000) / 10_000);
  const upper = points.map(({ x, height }) => `${round(x)} ${round(1 - height)}`);
  const lower = points.map(({ x, height }) => `${round(x)} ${round(1 + height)}`).reverse();
  return peaks.length === 0 ? "" : `M0 1L${[...upper, "1 1", ...lower].join("L")}Z`;
}
