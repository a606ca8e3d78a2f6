/** A plan while it is written: questions in their order, with what a good answer holds. */

import type { Schemas } from "@/api";

export interface DraftQuestion {
  /** Names the question on this page; the server gives it another. */
  key: string;
  text: string;
  type: string;
  difficulty: string;
  keyPoints: string;
  expectedAnswer: string;
  keywords: string;
  hints: string;
  /** Kept as they came; this form does not show them. */
  sampleAnswers: string[];
  /** Minutes as chosen; empty for no limit. */
  limitMinutes: string;
}

let made = 0;

export function newQuestion(): DraftQuestion {
  made += 1;
  return {
    key: `draft-${made}`,
    text: "",
    type: "general",
    difficulty: "medium",
    keyPoints: "",
    expectedAnswer: "",
    keywords: "",
    hints: "",
    sampleAnswers: [],
    limitMinutes: "",
  };
}

/** A planned question as it is written in the form. */
export function questionOf(planned: Schemas["PlannedQuestionDetail"]): DraftQuestion {
  return {
    ...newQuestion(),
    text: planned.text,
    type: planned.type,
    difficulty: planned.difficulty,
    keyPoints: planned.keyPoints.join("\n"),
    expectedAnswer: planned.expectedAnswer ?? "",
    keywords: planned.keywords.join(", "),
    hints: planned.hints.join("\n"),
    sampleAnswers: planned.sampleAnswers,
    limitMinutes: planned.timeLimitSeconds ? String(planned.timeLimitSeconds / 60) : "",
  };
}

/** The same questions with one moved by so many places; at an end it stays. */
export function moved(questions: readonly DraftQuestion[], from: number, by: number): DraftQuestion[] {
  const to = Math.min(questions.length - 1, Math.max(0, from + by));
  const rest = questions.filter((_, index) => index !== from);
  const one = questions[from];
  return one ? [...rest.slice(0, to), one, ...rest.slice(to)] : [...questions];
}

/** The same questions with one put back where it was. */
export function putBack(questions: readonly DraftQuestion[], at: number, one: DraftQuestion): DraftQuestion[] {
  return [...questions.slice(0, at), one, ...questions.slice(at)];
}

/** The lines that say something. */
export function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

export function words(text: string): string[] {
  return text.split(/[,\n]/).map((word) => word.trim()).filter(Boolean);
}

/** A question as the server takes it. */
export function written(question: DraftQuestion): Schemas["PlanQuestion"] {
  return {
    text: question.text.trim(),
    type: question.type,
    difficulty: question.difficulty,
    keyPoints: lines(question.keyPoints),
    expectedAnswer: question.expectedAnswer.trim() || null,
    keywords: words(question.keywords),
    hints: lines(question.hints),
    sampleAnswers: question.sampleAnswers,
    timeLimitSeconds: question.limitMinutes ? Number(question.limitMinutes) * 60 : null,
  };
}

/** A question that nobody wrote anything into. */
export function isBlank(question: DraftQuestion): boolean {
  return ![question.text, question.keyPoints, question.expectedAnswer, question.keywords, question.hints].some((told) => told.trim());
}
