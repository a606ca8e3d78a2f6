import { beforeEach, describe, expect, it, vi } from "vitest";

import { Problem, Unreachable } from "@/api";
import { Spool } from "@/recorder";

import type { AnswerSent, PlannedQuestion, SessionData } from "./calls";
import { Conduct } from "./conduct";
import { Drafts } from "./drafts";

const PLAN = ["Why?", "How?"].map((text, n) => ({
  planned_question_id: `p${n + 1}`,
  text,
  type: "general",
  difficulty: "easy",
  hints: [],
  time_limit_seconds: null,
})) satisfies PlannedQuestion[];

/** A server that remembers what it was told, once for each key. */
class Memory {
  readonly asked: { id: string; planned: string | null; text: string }[] = [];
  readonly answers = new Map<string, AnswerSent>();
  failures: Error[] = [];

  calls = {
    read: () => this.#do(() => this.data()),
    ask: (question: PlannedQuestion) => this.#do(() => this.#ask(question)),
    answer: (sent: AnswerSent) => this.#do(() => this.answers.set(sent.key, sent)),
  };

  data(): SessionData {
    const questions = this.asked.map((one) => ({ question_id: one.id, planned_question_id: one.planned, text: one.text }));
    const answers = [...this.answers.values()].map((one) => ({ question_id: one.questionId, text: one.text }));
    return { questions, answers } as unknown as SessionData;
  }

  #ask({ planned_question_id: planned, text }: PlannedQuestion): string {
    const known = this.asked.find((one) => one.planned === planned);
    if (known !== undefined) return known.id;
    const id = `q${this.asked.length + 1}`;
    this.asked.push({ id, planned, text });
    return id;
  }

  #do<T>(work: () => T): Promise<T> {
    const failure = this.failures.shift();
    return failure === undefined ? Promise.resolve(work()) : Promise.reject(failure);
  }
}

let server: Memory;
let spool: Spool;
let refusals: unknown[];

beforeEach(async () => {
  server = new Memory();
  spool = await Spool.open(undefined);
  refusals = [];
});

function conduct(more: { plan?: PlannedQuestion[]; asksBeforeNext?: boolean; says?: () => Promise<unknown> } = {}): Conduct {
  return new Conduct({
    plan: more.plan ?? PLAN,
    calls: server.calls,
    drafts: new Drafts(spool.notes, "s1"),
    say: more.says ?? (() => Promise.resolve(false)),
    asksBeforeNext: more.asksBeforeNext ?? false,
    onRefusal: (failure) => refusals.push(failure),
  });
}

describe("an interview", () => {
  it("stores each question when it is asked and each answer when it is given", async () => {
    const one = conduct();
    await one.open();
    expect(server.asked).toHaveLength(1);
    one.write("Because.");
    await one.done();

    expect([...server.answers.values()]).toMatchObject([{ questionId: "q1", text: "Because." }]);
    expect(one.view()).toMatchObject({ phase: "answering", at: 1, text: "" });
    await one.done();
    expect(one.view()).toMatchObject({ phase: "stored", at: 1 });
    expect(server.answers.size).toBe(2);
  });

  it("goes on at the first question without an answer", async () => {
    const before = conduct();
    await before.open();
    await before.done();
    const after = conduct();
    await after.open();

    expect(after.view()).toMatchObject({ phase: "answering", at: 1 });
    expect(server.asked).toHaveLength(2);
  });

  it("gives half an answer back to the page that comes after", async () => {
    const before = conduct();
    await before.open();
    before.write("Half");
    await vi.waitUntil(() => spool.notes.find("s1", "draft"));
    const after = conduct();
    await after.open();

    expect(after.view().text).toBe("Half");
  });

  it("sends an answer that the page before could not send, under the same key", async () => {
    const before = conduct();
    await before.open();
    before.write("Said before the crash.");
    server.failures = Array.from({ length: 50 }, () => new Unreachable(null));
    void before.done();
    await vi.waitUntil(async () => (await spool.notes.find<{ isFinal: boolean }>("s1", "draft"))?.isFinal === true);
    const kept = await spool.notes.find<{ key: string }>("s1", "draft");
    server.failures = [];
    const after = conduct();
    await after.open();

    expect(server.answers.get(kept?.key ?? "")?.text).toBe("Said before the crash.");
    expect(after.view().at).toBe(1);
    expect(await spool.notes.find("s1", "draft")).not.toMatchObject({ isFinal: true });
  });

  it("says while it cannot reach the server, and goes on when it can", async () => {
    const one = conduct();
    await one.open();
    const seen: boolean[] = [];
    one.subscribe(() => seen.push(one.view().isCutOff));
    server.failures = [new Unreachable(null)];
    const done = one.done();
    await vi.waitUntil(() => one.view().isCutOff);
    dispatchEvent(new Event("online"));
    await done;

    expect(seen).toContain(true);
    expect(one.view()).toMatchObject({ isCutOff: false, at: 1 });
  });

  it("tells a refusal that will not pass", async () => {
    const one = conduct();
    await one.open();
    server.failures = [new Problem(409, { code: "session_ended" })];
    await one.done();

    expect(refusals).toMatchObject([{ code: "session_ended" }]);
  });

  it("lets an answer be given again where that is allowed", async () => {
    const one = conduct({ asksBeforeNext: true });
    await one.open();
    await one.done();
    expect(one.view().phase).toBe("stored");
    await one.again();
    one.write("Better.");
    await one.done();

    expect(one.view().turns[0]?.versions).toBe(2);
    expect(server.asked).toHaveLength(1);
  });

  it("waits for the voice to end, or for the candidate to begin", async () => {
    let fallSilent: () => void = () => undefined;
    const one = conduct({ says: () => new Promise<void>((resolve) => (fallSilent = resolve)) });
    const opened = one.open();
    await vi.waitUntil(() => one.view().phase === "speaking");
    expect(one.answerMs).toBe(0);
    fallSilent();
    await opened;

    expect(one.view().phase).toBe("answering");
  });

  it("stops the clock while it is paused", async () => {
    const one = conduct();
    await one.open();
    one.pause();
    const at = one.answerMs;
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect(one.answerMs).toBe(at);
    one.resume();
    expect(one.view().isPaused).toBe(false);
  });
});

describe("questions that people ask", () => {
  it("are waited for where nothing is planned", async () => {
    const one = conduct({ plan: [] });
    await one.open();
    expect(one.view().phase).toBe("waiting");
    one.heard({ question_id: "live", text: "What brings you here?" });
    await vi.waitUntil(() => one.view().phase === "answering");
    one.write("Your invitation.");
    await one.done();

    expect([...server.answers.values()]).toMatchObject([{ questionId: "live", text: "Your invitation." }]);
  });

  it("come before the questions that were not asked yet", async () => {
    const one = conduct();
    await one.open();
    one.heard({ question_id: "live", text: "And before?" });

    expect(one.view().turns.map((turn) => turn.text)).toEqual(["Why?", "And before?", "How?"]);
    await one.done();
    expect(one.turn?.text).toBe("And before?");
  });

  it("are not taken twice", async () => {
    const one = conduct({ plan: [] });
    await one.open();
    one.heard({ question_id: "live", text: "Once?" });
    one.heard({ question_id: "live", text: "Once?" });

    expect(one.view().turns).toHaveLength(1);
  });
});
