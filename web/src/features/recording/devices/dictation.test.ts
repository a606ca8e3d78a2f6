import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { dictate, offersDictation } from "./dictation";

class Recognition extends EventTarget {
  static made: Recognition;
  lang = "";
  starts = 0;
  abort = vi.fn();

  constructor() {
    super();
    Recognition.made = this;
  }

  start(): void {
    this.starts += 1;
  }

  hear(words: string, isFinal: boolean): void {
    const results = [{ isFinal, 0: { transcript: words } }];
    this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results }));
  }

  fail(error: string): void {
    this.dispatchEvent(Object.assign(new Event("error"), { error }));
    this.dispatchEvent(new Event("end"));
  }
}

const heard = { onWords: vi.fn(), onHint: vi.fn(), onFailure: vi.fn() };

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal("webkitSpeechRecognition", Recognition);
});

afterEach(() => vi.unstubAllGlobals());

describe("writing down what is said", () => {
  it("tells final words, and what is being said meanwhile", () => {
    dictate("de", heard);
    Recognition.made.hear("an ind", false);
    Recognition.made.hear(" an index ", true);

    expect(Recognition.made.lang).toBe("de");
    expect(heard.onHint).toHaveBeenCalledWith("an ind");
    expect(heard.onWords.mock.calls).toEqual([["an index"]]);
  });

  it("listens again when the browser stops by itself, also after silence", () => {
    dictate("en", heard);
    Recognition.made.fail("no-speech");

    expect(Recognition.made.starts).toBe(2);
    expect(heard.onFailure).not.toHaveBeenCalled();
  });

  it("gives up at any other error, and says so once", () => {
    dictate("en", heard);
    Recognition.made.fail("audio-capture");
    Recognition.made.fail("network");

    expect(heard.onFailure).toHaveBeenCalledOnce();
    expect(Recognition.made.starts).toBe(1);
  });

  it("fails where the browser does not offer it", () => {
    vi.unstubAllGlobals();
    dictate("en", heard);

    expect(offersDictation()).toBe(false);
    expect(heard.onFailure).toHaveBeenCalledOnce();
  });
});
