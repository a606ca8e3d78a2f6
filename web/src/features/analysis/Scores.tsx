import { Alert, Button, Progress, Text, Title } from "@mantine/core";

import type { Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { DIMENSIONS, isLeftOut, judgementOf } from "./judgement";
import { messages } from "./messages";
import { reasonText } from "./reasons";
import parts from "./Judgement.module.css";
import classes from "./Review.module.css";
import { scoreText } from "./sizes";
import { useRetry } from "./useRetry";

const words = messages.scores;
type Analysis = Schemas["AnalysisShown"];

/** The four scores and the whole, or how far the analysis is. */
export function Scores({ analysis, candidateId }: { analysis: Analysis; candidateId: number }) {
  const leftOut = analysis.analysis_status === "completed" ? analysis.question_analysis.map(judgementOf).filter(isLeftOut).length : 0;
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="scores">
      <Title order={2} size="h3" mb="sm" id="scores">{words.title}</Title>
      {analysis.analysis_status === "completed" ? <Complete analysis={analysis} /> : <Under analysis={analysis} />}
      {analysis.analysis_status === "failed" && <Retry analysis={analysis} candidateId={candidateId} words={words.retry} hint={words.retryHint} />}
      {leftOut > 0 && <Retry analysis={analysis} candidateId={candidateId} words={words.judgeAgain} hint={words.leftOut(leftOut)} />}
    </section>
  );
}

function Complete({ analysis }: { analysis: Analysis }) {
  return (
    <>
      {analysis.injection_suspected && <Alert variant="light" color="orange" mb="md" icon={<Icon name="alert" />}>{words.injection}</Alert>}
      <Score name={words.overall} score={analysis.overall_score} reason={analysis.reasons["overall_score"]} isMain />
      <div className={parts.scores}>
        {DIMENSIONS.map((name) => (
          <Score key={name} name={words.names[name] ?? name} score={analysis[`${name}_score`]} reason={analysis.reasons[`${name}_score`]} />
        ))}
      </div>
      {analysis.confidence !== null && <Text size="xs" c="dimmed" mt="md">{words.confidence(Math.round(analysis.confidence * 100))}</Text>}
      {analysis.judged_by.length > 0 && <Text size="xs" c="dimmed">{words.judgedBy(analysis.judged_by.join(", "))}</Text>}
    </>
  );
}

interface ScoreProps {
  name: string;
  score: number | null;
  reason: string | undefined;
  isMain?: boolean;
}

function Score({ name, score, reason, isMain = false }: ScoreProps) {
  return (
    <div className={parts.score} data-main={isMain || undefined}>
      <span className={parts.scoreName}>{name}</span>
      <span className={`numbers ${parts.scoreValue ?? ""}`}>
        {score === null ? <span className={parts.unscored}>{words.unscored}</span> : <><b>{scoreText(score)}</b> <small>{words.of}</small></>}
      </span>
      {score === null
        ? <span className={parts.reason}>{reasonText(reason)}</span>
        : <span className={parts.bar} aria-hidden="true"><span style={{ width: `${score}%` }} /></span>}
    </div>
  );
}

function Under({ analysis }: { analysis: Analysis }) {
  const { done, total } = analysis.progress;
  const isWaiting = analysis.reasons["overall_score"] === "session_in_progress";
  if (analysis.analysis_status === "failed") {
    return <Alert color="red" variant="light" role="alert" title={words.failed} icon={<Icon name="alert" />}>{analysis.error}</Alert>;
  }
  if (isWaiting || total === 0) return <Text c="dimmed" role="status">{isWaiting ? words.pending : words.waiting}</Text>;
  return (
    <div role="status">
      <Text mb={8}>{words.processing(done, total)}</Text>
      <Progress value={(100 * done) / total} aria-label={words.progress} />
    </div>
  );
}

interface RetryProps {
  analysis: Analysis;
  candidateId: number;
  words: string;
  hint: string;
}

function Retry({ analysis, candidateId, words: action, hint }: RetryProps) {
  const retry = useRetry("analysis", { session_id: analysis.session_id, candidate_id: candidateId });
  return (
    <div className={parts.retry}>
      <FailureNote failure={retry.failure} />
      {retry.may && <Button variant="default" loading={retry.isRunning} leftSection={<Icon name="repeat" size={16} />} onClick={retry.run}>{action}</Button>}
      <Text size="xs" c="dimmed">{hint} {!retry.may && words.noRetry}</Text>
    </div>
  );
}
