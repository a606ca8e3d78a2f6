import type { Cue } from "@/ui/player/vtt";

import type { Exchange } from "./transcript";

const QUESTION_SECONDS = 6;

/** Captions: each question when it is asked, then its answer sentence by sentence, ended by the next question. */
export function cuesOf(exchanges: readonly Exchange[], duration: number): Cue[] {
  return exchanges.flatMap((exchange, index) => {
    const end = Math.min(exchanges[index + 1]?.askedAt ?? duration, duration);
    const spokenFrom = exchange.sentences[0]?.from ?? end;
    const questionEnd = Math.min(Math.max(spokenFrom, exchange.askedAt + 1.5), exchange.askedAt + QUESTION_SECONDS, end);
    const asked: Cue = { from: exchange.askedAt, to: questionEnd, text: exchange.question };
    const said = exchange.sentences.map((one) => ({ from: Math.max(one.from, questionEnd), to: Math.min(one.to, end), text: one.text }));
    return [asked, ...said].filter((cue) => cue.to > cue.from);
  });
}
