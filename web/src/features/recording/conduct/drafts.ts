import type { Notes } from "@/recorder";

/** An answer on its way, as this browser keeps it until the server has it. */
export interface Draft {
  turn: string;
  questionId: string;
  text: string;
  ms: number;
  /** Makes sending it again safe. */
  key: string;
  /** Whether the candidate said that it is done. */
  isFinal: boolean;
}

const NAME = "draft";

/** The present draft of a session, kept encrypted beside the recording. */
export class Drafts {
  readonly #notes: Notes;
  readonly #session: string;
  #chain: Promise<void> = Promise.resolve();

  constructor(notes: Notes, session: string) {
    this.#notes = notes;
    this.#session = session;
  }

  /** Resolves when it is on the disk; later ones overtake none before. */
  keep(draft: Draft): Promise<void> {
    return this.#put({ ...draft });
  }

  clear(): Promise<void> {
    return this.#put(null);
  }

  find(): Promise<Draft | null> {
    return this.#notes.find<Draft>(this.#session, NAME);
  }

  #put(draft: Draft | null): Promise<void> {
    this.#chain = this.#chain
      .then(() => this.#notes.keep(this.#session, NAME, draft))
      // A browser that stores nothing still has the text on the page.
      .catch(() => undefined);
    return this.#chain;
  }
}
