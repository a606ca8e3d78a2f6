import type { PlannedQuestion, SessionData } from "./calls";

/** One question and what became of it. */
export interface Turn {
  /** The planned question's id, or the asked one's where it was not planned. */
  key: string;
  text: string;
  hints: string[];
  timeLimitSeconds: number | null;
  planned: PlannedQuestion | null;
  /** The stored question, null before it was asked. */
  questionId: string | null;
  /** How many versions of its answer the server holds. */
  versions: number;
}

/** The plan with what the server says was asked and answered; questions asked by people come where they were asked. */
export function turnsOf(plan: readonly PlannedQuestion[], data: SessionData): Turn[] {
  const asked = new Map(data.questions.map((one) => [one.planned_question_id ?? one.question_id, one.question_id]));
  const versions = versionsOf(data);
  const planned = plan.map((question) => {
    const questionId = asked.get(question.planned_question_id) ?? null;
    return fromPlan(question, questionId, questionId === null ? 0 : (versions.get(questionId) ?? 0));
  });
  return data.questions
    .filter((one) => !plan.some((question) => question.planned_question_id === one.planned_question_id))
    .reduce((turns, one) => withLive(turns, one, versions.get(one.question_id) ?? 0), planned);
}

function versionsOf(data: SessionData): Map<string, number> {
  const found = new Map<string, number>();
  for (const { question_id } of data.answers) found.set(question_id, (found.get(question_id) ?? 0) + 1);
  return found;
}

function fromPlan(question: PlannedQuestion, questionId: string | null, versions: number): Turn {
  return {
    key: question.planned_question_id,
    text: question.text,
    hints: question.hints,
    timeLimitSeconds: question.time_limit_seconds,
    planned: question,
    questionId,
    versions,
  };
}

/** Put a question that a person asked before the first one that was not asked yet. */
export function withLive(turns: readonly Turn[], live: { question_id: string; text: string }, versions = 0): Turn[] {
  if (turns.some((turn) => turn.questionId === live.question_id)) return [...turns];
  const made: Turn = {
    key: live.question_id,
    text: live.text,
    hints: [],
    timeLimitSeconds: null,
    planned: null,
    questionId: live.question_id,
    versions,
  };
  const next = turns.findIndex((turn) => turn.questionId === null);
  const at = next < 0 ? turns.length : next;
  return [...turns.slice(0, at), made, ...turns.slice(at)];
}

/** Where to go on: the first question without an answer; -1 where all have one. */
export function firstOpen(turns: readonly Turn[]): number {
  return turns.findIndex((turn) => turn.versions === 0);
}
