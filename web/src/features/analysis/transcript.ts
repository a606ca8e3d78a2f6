import type { Schemas } from "@/api";

import type { Claim } from "./judgement";

/** A sentence of an answer; places are those of JavaScript's strings, times are seconds of the recording. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  from: number;
  to: number;
}

/** A question with the answer that counts, and when both were. */
export interface Exchange {
  id: string;
  position: number;
  question: string;
  type: string;
  askedAt: number;
  answer: string;
  version: number;
  answerFrom: number;
  answerTo: number;
  sentences: Sentence[];
}

type Session = Pick<Schemas["SessionData"], "questions" | "answers" | "start_time">;

export function secondsBetween(start: string | null, moment: string | null): number {
  if (!start || !moment) return 0;
  return (Date.parse(moment) - Date.parse(start)) / 1000;
}

/**
 * When the recording's second 0 was. The first segment tells by the candidate's clock, which may be wrong: one that
 * lies outside of the session is not believed, and the session's start counts.
 */
export function zeroOf(session: Pick<Schemas["SessionData"], "start_time" | "end_time">, segmentStart: string | null): string | null {
  const { start_time: start, end_time: end } = session;
  if (!segmentStart || !start) return start;
  const isBelieved = secondsBetween(start, segmentStart) >= 0 && (!end || secondsBetween(segmentStart, end) >= 0);
  return isBelieved ? segmentStart : start;
}

/** The sentences of a text with their places; whole lines where the browser cannot tell sentences. */
export function sentencesOf(text: string): { start: number; end: number; text: string }[] {
  const found: { start: number; end: number; text: string }[] = [];
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)) {
    if (segment.trim() === "") continue;
    found.push({ start: index, end: index + segment.length, text: segment });
  }
  return found;
}

/** Spreads the sentences over the answer's time by their length: the words have no times of their own. */
export function timed(text: string, from: number, to: number): Sentence[] {
  const all = Math.max(1, text.length);
  const at = (place: number) => from + (Math.max(0, to - from) * place) / all;
  return sentencesOf(text).map((one) => ({ ...one, from: at(one.start), to: at(one.end) }));
}

/** Questions with their newest answers, placed on the recording that began at `zero`. */
export function exchangesOf(session: Session, zero: string | null): Exchange[] {
  const newest = new Map<string, Schemas["AnswerShown"]>();
  for (const answer of session.answers) {
    if (answer.version >= (newest.get(answer.question_id)?.version ?? 0)) newest.set(answer.question_id, answer);
  }
  return [...session.questions]
    .sort((one, other) => one.position - other.position)
    .map((question) => {
      const answer = newest.get(question.question_id);
      const askedAt = Math.max(0, secondsBetween(zero, question.asked_at));
      const given = answer ? secondsBetween(zero, answer.answered_at) : askedAt;
      const lasted = answer?.duration ?? null;
      const answerFrom = lasted === null ? askedAt : Math.max(askedAt, given - lasted);
      const answerTo = Math.max(given, answerFrom + (lasted ?? 0));
      const text = answer?.text ?? "";
      return {
        id: question.question_id,
        position: question.position,
        question: question.text,
        type: question.type,
        askedAt,
        answer: text,
        version: answer?.version ?? 0,
        answerFrom,
        answerTo,
        sentences: timed(text, answerFrom, answerTo),
      };
    });
}

/** Where a place that Python counted in characters is in a JavaScript string. */
export function placeOf(text: string, characters: number): number {
  let place = 0;
  for (let count = 0; count < characters && place < text.length; count += 1) {
    place += (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
  }
  return place;
}

export interface Passage {
  start: number;
  end: number;
}

/** Where a claim's quote stands in the answer; null where the answer does not hold it. */
export function passageOf(claim: Claim, answer: string): Passage | null {
  if (claim.quote === null || claim.quote.text === "") return null;
  const start = placeOf(answer, claim.quote.start);
  if (answer.startsWith(claim.quote.text, start)) return { start, end: start + claim.quote.text.length };
  const found = answer.indexOf(claim.quote.text);
  return found < 0 ? null : { start: found, end: found + claim.quote.text.length };
}

/** The second at which a place of the answer is said. */
export function secondOf(exchange: Exchange, place: number): number {
  const sentence = exchange.sentences.findLast((one) => one.start <= place);
  return sentence?.from ?? exchange.answerFrom;
}

/** What is said at a second: the question's id and the sentence's number, -1 for the question itself. */
export function saidAt(exchanges: readonly Exchange[], second: number): { id: string; sentence: number } | null {
  const exchange = exchanges.findLast((one) => one.askedAt <= second + 0.05);
  if (exchange === undefined) return null;
  return { id: exchange.id, sentence: exchange.sentences.findLastIndex((one) => one.from <= second + 0.05) };
}

export interface Piece extends Passage {
  text: string;
  /** Which passages cover it, by their places in the given list. */
  covers: number[];
}

/** A sentence cut where passages begin and end. */
export function piecesOf(sentence: Sentence, passages: readonly Passage[]): Piece[] {
  const inner = passages.flatMap(({ start, end }) => [start, end]).filter((place) => place > sentence.start && place < sentence.end);
  const cuts = [...new Set([sentence.start, ...inner, sentence.end])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? sentence.end;
    const covers = passages.flatMap((passage, number) => (passage.start <= start && passage.end >= end ? [number] : []));
    return { start, end, text: sentence.text.slice(start - sentence.start, end - sentence.start), covers };
  });
}
