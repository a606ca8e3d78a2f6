const LONGEST_WAIT_MS = 2500;

/** Read a text aloud; tells whether anything was heard. Silence is no failure: the words are always on the screen. */
export function speak(text: string, language: string, signal: AbortSignal): Promise<boolean> {
  const voices = (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  if (voices === undefined || signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const said = new SpeechSynthesisUtterance(text);
    said.lang = language;
    said.rate = 0.96;
    let hasBegun = false;
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      resolve(hasBegun);
    };
    const cancel = (): void => {
      voices.cancel();
      over();
    };
    // Some browsers offer speech without any voice and then say nothing, not even that they failed.
    const timer = setTimeout(() => !hasBegun && cancel(), LONGEST_WAIT_MS);
    said.onstart = () => {
      hasBegun = true;
    };
    said.onend = over;
    said.onerror = over;
    signal.addEventListener("abort", cancel);
    voices.cancel();
    voices.speak(said);
  });
}
