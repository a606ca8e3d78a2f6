interface RecognitionResult {
  readonly isFinal: boolean;
  readonly 0: { readonly transcript: string };
}

interface RecognitionEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<RecognitionResult>;
}

interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  start(): void;
  abort(): void;
}

type RecognitionMaker = new () => Recognition;

function maker(): RecognitionMaker | undefined {
  const window = globalThis as { SpeechRecognition?: RecognitionMaker; webkitSpeechRecognition?: RecognitionMaker };
  return window.SpeechRecognition ?? window.webkitSpeechRecognition;
}

/** Whether it is worth offering. That it works shows only when it is tried. */
export function offersDictation(): boolean {
  return maker() !== undefined;
}

export interface Heard {
  /** Words that will not change any more. */
  onWords: (words: string) => void;
  /** What is being said now. */
  onHint: (words: string) => void;
  /** It does not work here, and will not. */
  onFailure: () => void;
}

/** Write down what is said, until the returned function is called. Any failure ends it: writing by hand always works. */
export function dictate(language: string, heard: Heard): () => void {
  const Maker = maker();
  if (Maker === undefined) {
    heard.onFailure();
    return () => undefined;
  }
  const recognition = new Maker();
  Object.assign(recognition, { lang: language, continuous: true, interimResults: true });
  let isWanted = true;
  recognition.addEventListener("result", (event) => {
    tell(event as RecognitionEvent, heard);
  });
  recognition.addEventListener("error", (event) => {
    // Silence is no failure.
    if ((event as Event & { error?: string }).error === "no-speech" || !isWanted) return;
    isWanted = false;
    heard.onFailure();
  });
  // Browsers stop listening after a while by themselves.
  recognition.addEventListener("end", () => {
    if (isWanted) recognition.start();
  });
  recognition.start();
  return () => {
    isWanted = false;
    recognition.abort();
  };
}

function tell(event: RecognitionEvent, heard: Heard): void {
  const fresh = Array.from(event.results).slice(event.resultIndex);
  const words = fresh.filter((one) => one.isFinal).map((one) => one[0].transcript.trim());
  if (words.length > 0) heard.onWords(words.join(" "));
  heard.onHint(fresh.filter((one) => !one.isFinal).map((one) => one[0].transcript).join(" "));
}
