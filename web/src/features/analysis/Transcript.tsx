import { Alert, Switch, Text, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

import type { Schemas } from "@/api";
import { Icon } from "@/ui/Icon";
import type { Playback } from "@/ui/player/playback";
import { usePlayback } from "@/ui/player/usePlayback";
import { durationText } from "@/ui/time";

import type { QuestionJudgement } from "./judgement";
import { messages } from "./messages";
import { QuestionDetail } from "./QuestionDetail";
import classes from "./Transcript.module.css";
import { scoreText } from "./sizes";
import { type Exchange, type Passage, passageOf, piecesOf, saidAt } from "./transcript";

const words = messages.transcript;

/** A passage that somebody asked to see; without a start the question itself. */
export interface Chosen {
  id: string;
  start: number | null;
}

interface Props {
  exchanges: readonly Exchange[];
  judgements: ReadonlyMap<string, QuestionJudgement>;
  analysis: Schemas["AnalysisShown"];
  candidateId: number;
  playback: Playback;
  chosen: Chosen | null;
  isLive: boolean;
}

/** What was asked and answered, along with the recording. */
export function Transcript({ exchanges, judgements, analysis, candidateId, playback, chosen, isLive }: Props) {
  const box = useRef<HTMLOListElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  const said = usePlayback(playback, ({ time, isPlaying }) => {
    const found = isPlaying || time > 0 ? saidAt(exchanges, time) : null;
    return found ? `${found.id}:${String(found.sentence)}` : "";
  });
  const [activeId, activeSentence] = said.split(":");
  useEffect(() => {
    if (isFollowing && said) reveal(box.current, "[data-active]");
  }, [said, isFollowing]);
  useEffect(() => {
    if (!chosen) return;
    const place = chosen.start === null ? `[data-question="${chosen.id}"]` : "[data-chosen]";
    // Whoever asked from further down the page is brought back up to the words.
    box.current?.closest("section")?.scrollIntoView({ block: "nearest" });
    reveal(box.current, place);
    box.current?.querySelector(place)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <section className="surface" aria-labelledby="transcript">
      <div className={classes.head}>
        <Title order={2} size="h3" id="transcript">{words.title}</Title>
        {!isLive && <Switch size="xs" label={words.follow} checked={isFollowing} onChange={(event) => setFollowing(event.currentTarget.checked)} />}
      </div>
      {exchanges.length === 0 && <Text c="dimmed" px="lg" pb="lg">{isLive ? messages.live : words.none}</Text>}
      {exchanges.length > 0 && !isLive && <p className={classes.lead}>{words.estimated} {words.legend}</p>}
      <ol ref={box} className={classes.exchanges} aria-live={isLive ? "polite" : undefined}>
        {exchanges.map((exchange) => (
          <li key={exchange.id} data-question={exchange.id} className={classes.exchange} data-current={exchange.id === activeId || undefined}>
            <Asked exchange={exchange} judged={judgements.get(exchange.id)} playback={playback} isActive={exchange.id === activeId && activeSentence === "-1"} />
            <Said exchange={exchange} judged={judgements.get(exchange.id)} playback={playback} active={exchange.id === activeId ? Number(activeSentence) : -1} chosen={chosen?.id === exchange.id ? chosen.start : null} />
            <QuestionDetail judged={judgements.get(exchange.id)} analysis={analysis} candidateId={candidateId} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Scrolls the box, never the page, so that what is asked for stands in its upper third. */
function reveal(box: HTMLElement | null, selector: string): void {
  const target = box?.querySelector<HTMLElement>(selector);
  if (!box || !target || box.scrollHeight <= box.clientHeight) return;
  const top = target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  box.scrollTo({ top: top - box.clientHeight / 4, behavior: isCalm ? "auto" : "smooth" });
}

interface PartProps {
  exchange: Exchange;
  judged: QuestionJudgement | undefined;
  playback: Playback;
}

function Asked({ exchange, judged, playback, isActive }: PartProps & { isActive: boolean }) {
  const at = durationText(exchange.askedAt);
  return (
    <div className={classes.asked}>
      <button type="button" className={classes.question} data-active={isActive || undefined} onClick={() => playback.seek(exchange.askedAt)}>
        <span className={`numbers ${classes.at ?? ""}`} aria-hidden="true">{at}</span>
        <span>{exchange.position}. {exchange.question}</span>
        <span className={classes.hidden}>{words.jump(at)}</span>
      </button>
      {judged && <span className={`numbers ${classes.chip ?? ""}`}>{judged.score === null ? words.unscored : words.score(scoreText(judged.score))}</span>}
    </div>
  );
}

function Said({ exchange, judged, playback, active, chosen }: PartProps & { active: number; chosen: number | null }) {
  if (exchange.version === 0) return <Text c="dimmed" size="sm">{words.noAnswer}</Text>;
  const claims = [...(judged?.strengths ?? []), ...(judged?.improvements ?? [])];
  const strengths = judged?.strengths.length ?? 0;
  const found = claims.map((claim) => passageOf(claim, exchange.answer));
  const passages: Passage[] = found.map((passage) => passage ?? { start: -1, end: -1 });
  return (
    <>
      {judged?.isInjectionSuspected && <Alert variant="light" color="orange" my="xs" icon={<Icon name="alert" />}>{words.injection}</Alert>}
      <p className={classes.answer}>
        {exchange.sentences.map((sentence, number) => (
          <span
            key={sentence.start}
            role="button"
            tabIndex={-1}
            className={classes.sentence}
            data-active={number === active || undefined}
            onClick={() => playback.seek(sentence.from)}
            onKeyDown={(event) => event.key === "Enter" && playback.seek(sentence.from)}
          >
            {piecesOf(sentence, passages).map((piece) => {
              const kind = piece.covers.some((index) => index < strengths) ? "strength" : "improvement";
              if (piece.covers.length === 0) return piece.text;
              const isChosen = chosen !== null && piece.covers.some((index) => passages[index]?.start === chosen);
              return <mark key={piece.start} className={classes.quoted} data-kind={kind} data-chosen={isChosen || undefined} title={words[kind]}>{piece.text}</mark>;
            })}
          </span>
        ))}
      </p>
      {exchange.version > 1 && <Text size="xs" c="dimmed">{words.version(exchange.version)}</Text>}
    </>
  );
}
