import { describe, expect, it } from "vitest";

import { judgementOf } from "./judgement";
import { reasonText } from "./reasons";
import { csvCell, csvOf, jsonOf, type Report } from "./report";
import { scoreText, sizeText } from "./sizes";

const REPORT = {
  interview: { id: "i1", title: "Talk", position: null, candidateId: 3, candidateName: "Some Candidate" },
  session: { session_id: "s1", interview_token: "opens the interview" },
  recording: { playback_url: "signed", thumbnail_url: "signed", tracks: [{ track: "camera", playback_url: "signed", mp4_url: "signed", thumbnail_url: null, sha256: "ab" }] },
  analysis: {
    technical_score: 97.5, communication_score: 63.3, problem_solving_score: null, cultural_fit_score: null, overall_score: 80.4,
    reasons: { cultural_fit_score: "no_criteria" }, final_status: "passed", final_status_source: "ai", judged_by: ["offline/1"], overall_feedback: "Fine",
  },
  notes: [{ note_id: "n1", at_seconds: 2.5, text: "=Well, said", author_name: "Some Reviewer" }],
} as unknown as Report;
const EXCHANGE = {
  id: "q1", position: 1, question: 'What is "it"?', type: "technical", askedAt: 1.24, answer: "=HYPERLINK(1)\nSecond line", version: 2,
  answerFrom: 1, answerTo: 4, sentences: [],
};

describe("csvCell", () => {
  it.each(["=1+1", "+1", "-1", "@sum", " =1", "\t=1"])("makes %j a text", (value) => expect(csvCell(value)).toMatch(/^"?'/));
  it("quotes what would end a cell", () => expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"'));
  it("leaves numbers and nothing as they are", () => expect([csvCell(-1.5), csvCell(null), csvCell(0)]).toEqual(["-1.5", "", "0"]));
});

describe("csvOf", () => {
  it("has a line for each question and note, and one for the whole", () => {
    const judged = judgementOf({ question_id: "q1", score: 97.5, scores: { technical: { score: 97.5 } }, reasons: ["vague"] });
    const csv = csvOf(REPORT, [EXCHANGE], new Map([["q1", judged]]));
    expect(csv).toContain(`1,technical,"What is ""it""?",1.2,"'=HYPERLINK(1)\nSecond line",2,97.5,97.5,,,,vague`);
    expect(csv).toContain(`\r\n,note,,2.5,"'=Well, said",,,,,,,,,,,Some Reviewer\r\n`);
    expect(csv.trimEnd().split("\r\n").at(-1)).toBe(
      ",overall,recommended by software,,passed,,80.4,97.5,63.3,,,cultural_fit_score: no_criteria,,,Fine,offline/1",
    );
  });
});

describe("jsonOf", () => {
  it("leaves out what opens something", () => {
    const json = jsonOf(REPORT);
    expect(json).not.toMatch(/signed|opens the interview/);
    expect(JSON.parse(json)).toMatchObject({ recording: { tracks: [{ sha256: "ab" }] }, session: { session_id: "s1" } });
  });
});

describe("reasons", () => {
  it("are told in words", () => expect(reasonText("no_criteria")).toBe("This interview names no criteria for it."));
  it("of a newer server are told as they come", () => expect(reasonText("some_new_word")).toBe("some new word"));
});

describe("sizes", () => {
  it.each([[0, "0 bytes"], [999, "999 bytes"], [1500, "1.5 kB"], [103221, "103 kB"], [2.4e9, "2.4 GB"]])("%s", (bytes, words) => expect(sizeText(bytes)).toBe(words));
  it("of scores have one decimal", () => expect([scoreText(80), scoreText(80.44)]).toEqual(["80", "80.4"]));
});

describe("judgementOf", () => {
  it("reads what is missing as nothing", () => expect(judgementOf({})).toMatchObject({ score: null, strengths: [], scores: {}, isInjectionSuspected: false }));
});
