import { afterEach, describe, expect, it, vi } from "vitest";

import { speak } from "./speech";

class Utterance {
  lang = "";
  rate = 1;
  onstart: () => void = () => undefined;
  onend: () => void = () => undefined;
  onerror: () => void = () => undefined;
}

function voice(say: (said: Utterance) => void): { cancel: ReturnType<typeof vi.fn> } {
  const cancel = vi.fn();
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
  vi.stubGlobal("speechSynthesis", { speak: say, cancel });
  return { cancel };
}

const never = new AbortController().signal;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("reading aloud", () => {
  it("ends when the voice ends", async () => {
    voice((said) => {
      said.onstart();
      said.onend();
    });

    expect(await speak("Why?", "en", never)).toBe(true);
  });

  it("is over at once where the browser has no voice", async () => {
    voice((said) => said.onerror());

    expect(await speak("Why?", "en", never)).toBe(false);
  });

  it("waits no longer than a moment for a voice that says nothing", async () => {
    vi.useFakeTimers();
    voice(() => undefined);
    const spoken = speak("Why?", "en", never);
    await vi.advanceTimersByTimeAsync(2500);

    expect(await spoken).toBe(false);
  });

  it("stops when the candidate begins", async () => {
    const { cancel } = voice((said) => said.onstart());
    const hush = new AbortController();
    const spoken = speak("Why?", "en", hush.signal);
    hush.abort();
    await spoken;

    expect(cancel).toHaveBeenCalledTimes(2);
  });

  it("is silent where the browser cannot speak", async () => {
    expect(await speak("Why?", "en", never)).toBe(false);
  });
});
