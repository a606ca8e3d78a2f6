import { AnswerClock } from "./answer_clock";
import type { AnswerSent, PlannedQuestion, SessionData } from "./calls";
import type { Draft, Drafts } from "./drafts";
import { persist } from "./persist";
import { firstOpen, turnsOf, withLive, type Turn } from "./turns";

/**
 * `asking`: the question is being stored; `speaking`: it is read aloud; `answering`; `storing`: the answer is on its way;
 * `stored`: it arrived, and what comes next is the candidate's choice; `waiting`: nothing is asked; `complete`.
 */
export type Phase = "loading" | "asking" | "speaking" | "answering" | "storing" | "stored" | "waiting" | "complete";

export interface View {
  phase: Phase;
  turns: readonly Turn[];
  at: number;
  text: string;
  isPaused: boolean;
  /** Whether the server does not answer at the moment. */
  isCutOff: boolean;
}

/** The server, as far as conducting an interview needs it; each call may be repeated. */
export interface Calls {
  read: () => Promise<SessionData>;
  ask: (question: PlannedQuestion) => Promise<string>;
  answer: (sent: AnswerSent) => Promise<unknown>;
}

export interface ConductParts {
  plan: readonly PlannedQuestion[];
  calls: Calls;
  drafts: Drafts;
  /** Read a question aloud; resolves when it was read or nothing is heard. */
  say: (text: string, signal: AbortSignal) => Promise<unknown>;
  /** Whether the candidate chooses what comes after each answer. */
  asksBeforeNext: boolean;
  /** The server refuses to go on. */
  onRefusal: (failure: unknown) => void;
}

/** Leads through the questions: each is stored when it is asked, each answer when it is given. */
export class Conduct {
  readonly #parts: ConductParts;
  readonly #listeners = new Set<() => void>();
  #view: View = { phase: "loading", turns: [], at: -1, text: "", isPaused: false, isCutOff: false };
  #clock = new AnswerClock();
  #key: string = crypto.randomUUID();
  #speech = new AbortController();

  constructor(parts: ConductParts) {
    this.#parts = parts;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  view = (): View => this.#view;

  get turn(): Turn | undefined {
    return this.#view.turns[this.#view.at];
  }

  /** How long the present answer has taken. */
  get answerMs(): number {
    return this.#clock.ms;
  }

  /** Find out what the server has, send what a page before left unsent, and go on at the first open question. */
  async open(): Promise<void> {
    await this.#guarded(async () => {
      const draft = await this.#parts.drafts.find();
      if (draft?.isFinal === true) await this.#deliver(draft);
      const data = await this.#try(() => this.#parts.calls.read());
      const turns = turnsOf(this.#parts.plan, data);
      this.#set({ turns });
      await this.#goTo(firstOpen(turns), draft?.isFinal === false ? draft : null);
    });
  }

  /** Take the next open question. */
  next(): Promise<void> {
    return this.#guarded(() => this.#goTo(firstOpen(this.#view.turns), null));
  }

  /** Answer the same question once more; the earlier answer stays until then. */
  again(): Promise<void> {
    return this.#guarded(() => this.#goTo(this.#view.at, null));
  }

  async #goTo(at: number, draft: Draft | null): Promise<void> {
    const turn = this.#view.turns[at];
    if (turn === undefined) {
      this.#set({ phase: this.#view.turns.length === 0 ? "waiting" : "complete", at: -1, text: "" });
      return;
    }
    const isSame = draft?.turn === turn.key;
    this.#key = isSame ? draft.key : crypto.randomUUID();
    this.#clock = new AnswerClock(isSame ? draft.ms : 0);
    this.#set({ at, phase: "asking", text: isSame ? draft.text : "" });
    if (turn.questionId === null) await this.#ask(turn, at);
    await this.#speakThenListen(turn);
  }

  async #ask(turn: Turn, at: number): Promise<void> {
    const { planned } = turn;
    if (planned === null) return;
    const questionId = await this.#try(() => this.#parts.calls.ask(planned));
    const turns = this.#view.turns.map((one) => (one.key === turn.key ? { ...one, questionId } : one));
    this.#set({ turns, at: Math.max(at, turns.findIndex((one) => one.key === turn.key)) });
  }

  async #speakThenListen(turn: Turn): Promise<void> {
    this.#speech = new AbortController();
    this.#set({ phase: "speaking" });
    await this.#parts.say(turn.text, this.#speech.signal);
    if (this.#view.phase !== "speaking") return;
    this.#set({ phase: "answering" });
    if (!this.#view.isPaused) this.#clock.go();
  }

  /** Stop reading aloud and let the candidate answer. */
  hush(): void {
    this.#speech.abort();
  }

  /** Read the question aloud once more. */
  async repeat(): Promise<void> {
    const { turn } = this;
    if (turn === undefined || this.#view.phase !== "answering") return;
    this.#clock.halt();
    await this.#speakThenListen(turn);
  }

  /** Add words that were said. */
  add = (said: string): void => {
    const { text } = this.#view;
    this.write(text === "" || text.endsWith(" ") ? text + said : `${text} ${said}`);
  };

  /** The written answer as it stands. */
  write(text: string): void {
    this.#set({ text });
    if (text !== "") this.hush();
    void this.#parts.drafts.keep(this.#draft(false));
  }

  pause(): void {
    this.hush();
    this.#clock.halt();
    this.#set({ isPaused: true });
    void this.#parts.drafts.keep(this.#draft(false));
  }

  resume(): void {
    this.#set({ isPaused: false });
    if (this.#view.phase === "answering") this.#clock.go();
  }

  /** The answer is complete: it is kept here first, then sent until the server has it. */
  async done(): Promise<void> {
    const { turn } = this;
    if (turn === undefined || (this.#view.phase !== "answering" && this.#view.phase !== "speaking")) return;
    this.#clock.halt();
    this.#set({ phase: "storing" });
    this.hush();
    await this.#guarded(async () => {
      const draft = this.#draft(true);
      await this.#parts.drafts.keep(draft);
      await this.#deliver(draft);
      this.#count(turn);
      if (this.#parts.asksBeforeNext || firstOpen(this.#view.turns) < 0) this.#set({ phase: "stored" });
      else await this.#goTo(firstOpen(this.#view.turns), null);
    });
  }

  async #deliver(draft: Draft): Promise<void> {
    const { key, questionId, text } = draft;
    await this.#try(() => this.#parts.calls.answer({ key, questionId, text, seconds: Math.round(draft.ms / 100) / 10 }));
    await this.#parts.drafts.clear();
  }

  #count(turn: Turn): void {
    const turns = this.#view.turns.map((one) => (one.key === turn.key ? { ...one, versions: one.versions + 1 } : one));
    this.#set({ turns });
  }

  /** A question that a person asked just now. */
  heard(live: { question_id: string; text: string }): void {
    const { phase, turns } = this.#view;
    if (phase === "loading" || turns.some((one) => one.questionId === live.question_id)) return;
    // The news of our own question may overtake its answer.
    if (phase === "asking" && this.turn?.text === live.text) return;
    this.#set({ turns: withLive(turns, live) });
    if (phase === "waiting" || phase === "complete") void this.next();
  }

  /** Look for questions that people asked while nobody could tell us. */
  async look(): Promise<void> {
    const data = await this.#parts.calls.read().catch(() => null);
    for (const one of data?.questions ?? []) {
      if (one.planned_question_id === null) this.heard(one);
    }
  }

  #draft(isFinal: boolean): Draft {
    const turn = this.turn;
    const ms = Math.round(this.#clock.ms);
    return { turn: turn?.key ?? "", questionId: turn?.questionId ?? "", text: this.#view.text, ms, key: this.#key, isFinal };
  }

  #try<T>(work: () => Promise<T>): Promise<T> {
    return persist(work, (failure) => {
      if (this.#view.isCutOff !== (failure !== null)) this.#set({ isCutOff: failure !== null });
    });
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.#parts.onRefusal(failure);
    }
  }

  #set(change: Partial<View>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
