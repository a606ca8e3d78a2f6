import { Alert, Button, Progress, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { DIMENSIONS } from "./judgement";
import { messages } from "./messages";
import { reasonText } from "./reasons";
import parts from "./Judgement.module.css";
import classes from "./Review.module.css";
import { scoreText } from "./sizes";

const words = messages.scores;
type Analysis = Schemas["AnalysisShown"];

/** The four scores and the whole, or how far the analysis is. */
export function Scores({ analysis, candidateId }: { analysis: Analysis; candidateId: number }) {
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="scores">
      <Title order={2} size="h3" mb="sm" id="scores">{words.title}</Title>
      {analysis.analysis_status === "completed" ? <Complete analysis={analysis} /> : <Under analysis={analysis} />}
      {analysis.analysis_status === "failed" && <Retry analysis={analysis} candidateId={candidateId} />}
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

function Retry({ analysis, candidateId }: { analysis: Analysis; candidateId: number }) {
  const may = useMay("jobs:write");
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () =>
      api.post("/api/interview/analysis/{candidate_id}/retry", { session_id: analysis.session_id }, { path: { candidate_id: candidateId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["analysis", candidateId] }),
  });
  if (!may) return <Text size="sm" c="dimmed" mt="sm">{words.noRetry}</Text>;
  return (
    <div className={parts.retry}>
      <FailureNote failure={retry.error} />
      <Button loading={retry.isPending} leftSection={<Icon name="repeat" size={16} />} onClick={() => retry.mutate()}>{words.retry}</Button>
      <Text size="xs" c="dimmed">{words.retryHint}</Text>
    </div>
  );
}
