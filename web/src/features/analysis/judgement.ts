import type { Schemas } from "@/api";

/** What the software says about an answer; the schema leaves its members open, so they are read with care. */

export const DIMENSIONS = ["technical", "communication", "problem_solving", "cultural_fit"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A passage of an answer, its place in characters as Python counts them. */
export interface Quote {
  text: string;
  start: number;
  end: number;
}

export interface Claim {
  text: string;
  dimension: string;
  quote: Quote | null;
  point: string | null;
  questionId: string;
}

export interface DimensionScore {
  score: number | null;
  confidence: number;
  reason: string | null;
}

export interface QuestionJudgement {
  questionId: string;
  position: number;
  score: number | null;
  reasons: string[];
  scores: Record<string, DimensionScore>;
  strengths: Claim[];
  improvements: Claim[];
  covered: string[];
  missed: string[];
  followUps: string[];
  feedback: string;
  isInjectionSuspected: boolean;
  judgedBy: string;
}

type Told = Record<string, unknown>;

function told(value: unknown): Told {
  return typeof value === "object" && value !== null ? (value as Told) : {};
}
function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
function number(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
function texts(value: unknown): string[] {
  return list(value).map(text).filter(Boolean);
}

export function claimOf(value: unknown): Claim {
  const found = told(value);
  const quote = found["quote"] ? told(found["quote"]) : null;
  return {
    text: text(found["text"]),
    dimension: text(found["dimension"]),
    quote: quote && { text: text(quote["text"]), start: number(quote["start"]) ?? 0, end: number(quote["end"]) ?? 0 },
    point: text(found["point"]) || null,
    questionId: text(found["question_id"]),
  };
}

function scoresOf(value: unknown): Record<string, DimensionScore> {
  return Object.fromEntries(
    Object.entries(told(value)).map(([name, one]) => {
      const found = told(one);
      return [name, { score: number(found["score"]), confidence: number(found["confidence"]) ?? 0, reason: text(found["reason"]) || null }];
    }),
  );
}

export function judgementOf(value: unknown): QuestionJudgement {
  const found = told(value);
  return {
    questionId: text(found["question_id"]),
    position: number(found["position"]) ?? 0,
    score: number(found["score"]),
    reasons: texts(found["reasons"]),
    scores: scoresOf(found["scores"]),
    strengths: list(found["strengths"]).map(claimOf),
    improvements: list(found["improvements"]).map(claimOf),
    covered: texts(found["key_points_covered"]),
    missed: texts(found["key_points_missed"]),
    followUps: texts(found["follow_up_questions"]),
    feedback: text(found["feedback"]),
    isInjectionSuspected: found["injection_suspected"] === true,
    judgedBy: text(found["judged_by"]),
  };
}

/** Whether nobody who judges answered for a question, so that asking again can help. */
export function isLeftOut(judged: QuestionJudgement): boolean {
  return judged.score === null && judged.reasons.includes("provider_failed");
}

/** The judgements by question. */
export function judgementsOf(analysis: Schemas["AnalysisShown"]): Map<string, QuestionJudgement> {
  return new Map(analysis.question_analysis.map(judgementOf).map((one) => [one.questionId, one]));
}
