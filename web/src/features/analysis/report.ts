import type { Schemas } from "@/api";

import { DIMENSIONS, type QuestionJudgement } from "./judgement";
import type { Exchange } from "./transcript";

type Cell = string | number | null | undefined;

/** One cell; a text that a spreadsheet would run as a formula is made a text again. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface Report {
  interview: Pick<Schemas["InterviewDetail"], "id" | "title" | "position" | "candidateId" | "candidateName">;
  session: Schemas["SessionData"];
  recording: Schemas["RecordingInfo"];
  analysis: Schemas["AnalysisShown"];
  notes: readonly Schemas["NoteShown"][];
}

const HEAD = [
  "position", "type", "question", "asked_at_seconds", "answer", "answer_version", "score", ...DIMENSIONS, "reasons",
  "strengths", "improvements", "feedback", "judged_by",
];

/** The exchanges and their scores as a table, then people’s notes, and the whole in its last line (RFC 4180). */
export function csvOf({ analysis, notes }: Report, exchanges: readonly Exchange[], judgements: ReadonlyMap<string, QuestionJudgement>): string {
  const rows: Cell[][] = exchanges.map((exchange) => {
    const judged = judgements.get(exchange.id);
    return [
      exchange.position, exchange.type, exchange.question, Math.round(exchange.askedAt * 10) / 10, exchange.answer, exchange.version,
      judged?.score, ...DIMENSIONS.map((name) => judged?.scores[name]?.score), judged?.reasons.join(" "),
      judged?.strengths.map((claim) => claim.text).join(" | "), judged?.improvements.map((claim) => claim.text).join(" | "),
      judged?.feedback, judged?.judgedBy,
    ];
  });
  const noted: Cell[][] = notes.map((note) => [
    null, "note", null, note.at_seconds, note.text, null, null, ...DIMENSIONS.map(() => null), null, null, null, null, note.author_name,
  ]);
  const whole: Cell[] = [
    null, "overall", analysis.final_status_source?.startsWith("user:") ? "decided by a person" : "recommended by software", null,
    analysis.final_status, null, analysis.overall_score, ...DIMENSIONS.map((name) => analysis[`${name}_score`]),
    Object.entries(analysis.reasons).map(([name, reason]) => `${name}: ${reason}`).join(" | "), null, null, analysis.overall_feedback,
    analysis.judged_by.join(" "),
  ];
  return [HEAD, ...rows, ...noted, whole].map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

const OPENS = new Set(["interview_token", "playback_url", "thumbnail_url", "mp4_url"]);

/** Everything as the API told it, without what opens something: addresses that play, and the candidate's token. */
export function jsonOf(report: Report): string {
  return JSON.stringify(report, (name, value: unknown) => (OPENS.has(name) ? undefined : value), 2);
}

/** Hands a text to the browser as a file. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
