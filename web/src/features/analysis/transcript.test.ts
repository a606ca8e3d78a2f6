import { describe, expect, it } from "vitest";

import { claimOf } from "./judgement";
import { cuesOf } from "./cues";
import { exchangesOf, passageOf, piecesOf, placeOf, saidAt, secondOf, zeroOf } from "./transcript";

const START = "2026-11-20T08:00:00.000Z";
const at = (second: number) => new Date(Date.parse(START) + second * 1000).toISOString();

function session(answers: { text: string; at: number; duration: number | null; version?: number }[] = []) {
  const question = (position: number, second: number) => ({
    question_id: `q${String(position)}`, planned_question_id: null, position, text: `Question ${String(position)}?`, type: "general",
    avatar: null, keywords: [], difficulty: "medium", asked_at: at(second), asked_by: "candidate_capability",
  });
  return {
    start_time: START,
    questions: [question(2, 60), question(1, 2)],
    answers: answers.map((one, index) => ({
      answer_id: `a${String(index)}`, question_id: "q1", version: one.version ?? 1, text: one.text, duration: one.duration,
      audio_quality: null, confidence: null, answered_at: at(one.at),
    })),
  };
}

describe("zeroOf", () => {
  const held = { start_time: START, end_time: at(100) };
  it("believes a segment that began within the session", () => expect(zeroOf(held, at(3))).toBe(at(3)));
  it("does not believe a clock that is wrong", () => {
    expect(zeroOf(held, at(-40))).toBe(START);
    expect(zeroOf(held, at(4000))).toBe(START);
  });
  it("takes the session's start where no segment tells", () => expect(zeroOf(held, null)).toBe(START));
});

describe("exchangesOf", () => {
  it("orders questions and counts from the recording's zero", () => {
    expect(exchangesOf(session(), at(1)).map((one) => [one.position, one.askedAt])).toEqual([[1, 1], [2, 59]]);
  });
  it("takes the newest version and the time that the answer lasted", () => {
    const [first] = exchangesOf(session([{ text: "Old.", at: 20, duration: 5 }, { text: "New. Longer.", at: 40, duration: 10, version: 2 }]), START);
    expect(first).toMatchObject({ answer: "New. Longer.", version: 2, answerFrom: 30, answerTo: 40 });
  });
  it("never lets an answer begin before its question", () => {
    const [first] = exchangesOf(session([{ text: "Yes.", at: 3, duration: 45 }]), START);
    expect(first).toMatchObject({ answerFrom: 2, answerTo: 47 });
  });
  it("spreads sentences by their length", () => {
    const [first] = exchangesOf(session([{ text: "Aaaa. Bbbb.", at: 24, duration: 22 }]), START);
    expect(first?.sentences.map((one) => [one.from, one.to])).toEqual([[2, 14], [14, 24]]);
  });
});

describe("passages", () => {
  const exchange = exchangesOf(session([{ text: "😀 First one. The second one.", at: 32, duration: 30 }]), START)[0]!;
  const claim = (start: number, text: string) => claimOf({ text: "", question_id: "q1", quote: { text, start, end: start + text.length } });
  it("count characters as the server does", () => {
    expect(placeOf("😀 ab", 2)).toBe(3);
    expect(passageOf(claim(2, "First one."), exchange.answer)).toEqual({ start: 3, end: 13 });
  });
  it("are looked for where their place is another's", () => {
    expect(passageOf(claim(0, "second"), exchange.answer)).toEqual({ start: 18, end: 24 });
  });
  it("are nowhere when the answer does not hold them", () => expect(passageOf(claim(0, "third"), exchange.answer)).toBeNull());
  it("are heard when their sentence begins", () => expect(secondOf(exchange, 18)).toBe(exchange.sentences[1]!.from));
  it("cut their sentence", () => {
    const pieces = piecesOf(exchange.sentences[1]!, [{ start: 18, end: 24 }]);
    expect(pieces.map((one) => [one.text, one.covers.length])).toEqual([["The ", 0], ["second", 1], [" one.", 0]]);
  });
});

describe("saidAt", () => {
  const exchanges = exchangesOf(session([{ text: "Aaaa. Bbbb.", at: 24, duration: 20 }]), START);
  it.each([[0, null], [2.5, ["q1", -1]], [5, ["q1", 0]], [20, ["q1", 1]], [61, ["q2", -1]]])("at %s s", (second, expected) => {
    const found = saidAt(exchanges, second);
    expect(found && [found.id, found.sentence]).toEqual(expected);
  });
});

describe("cuesOf", () => {
  it("shows the question, then the sentences, and stops at the next question", () => {
    const cues = cuesOf(exchangesOf(session([{ text: "Aaaa. Bbbb.", at: 80, duration: 70 }]), START), 90);
    expect(cues.map((one) => one.text.trim())).toEqual(["Question 1?", "Aaaa.", "Bbbb.", "Question 2?"]);
    expect(Math.max(...cues.slice(0, 3).map((one) => one.to))).toBe(60);
  });
});
