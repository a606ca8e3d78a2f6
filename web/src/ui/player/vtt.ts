/** Words that are shown from one second to another. */
export interface Cue {
  from: number;
  to: number;
  text: string;
}

function stamp(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number) => String(number).padStart(2, "0");
  const rest = String(Math.floor((seconds - whole) * 1000)).padStart(3, "0");
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${rest}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/\s*\n\s*/g, " ").trim();
}

/** Cues as a WebVTT file. */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues
    .filter((cue) => cue.to > cue.from && cue.text.trim() !== "")
    .map((cue) => `${stamp(cue.from)} --> ${stamp(cue.to)}\n${escaped(cue.text)}\n`);
  return ["WEBVTT\n", ...blocks].join("\n");
}
