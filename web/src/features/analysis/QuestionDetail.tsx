import { Button, Text } from "@mantine/core";

import type { Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { DIMENSIONS, isLeftOut, type QuestionJudgement } from "./judgement";
import { messages } from "./messages";
import { reasonText } from "./reasons";
import review from "./Review.module.css";
import classes from "./Transcript.module.css";
import { scoreText } from "./sizes";
import { useRetry } from "./useRetry";

const words = messages.transcript;

interface Props {
  judged: QuestionJudgement | undefined;
  analysis: Schemas["AnalysisShown"];
  candidateId: number;
}

/** How the software came to what it says about one answer, for whoever opens it. */
export function QuestionDetail({ judged, analysis, candidateId }: Props) {
  if (judged === undefined) return null;
  return (
    <div className={classes.judged}>
      {judged.reasons.map((reason) => <Text key={reason} size="sm">{reasonText(reason)}</Text>)}
      {isLeftOut(judged) && analysis.analysis_status === "completed" && <JudgeAgain analysis={analysis} candidateId={candidateId} />}
      <Points label={words.covered} sign="✓" points={judged.covered} />
      <Points label={words.missed} sign="–" points={judged.missed} />
      <details className={classes.more}>
        <summary>{words.detail}</summary>
        <ul className={classes.plain}>
          {DIMENSIONS.map((name) => {
            const found = judged.scores[name];
            const score = found?.score ?? null;
            const told = score === null ? `${words.unscored}. ${reasonText(found?.reason)}` : words.score(scoreText(score));
            return <li key={name}>{messages.scores.names[name]}: {told}</li>;
          })}
        </ul>
        {judged.feedback && <Text size="sm" mt={6}>{judged.feedback}</Text>}
        <Points label={words.followUps} sign="?" points={judged.followUps} />
        {judged.judgedBy && <Text size="xs" c="dimmed" mt={6}>{messages.scores.judgedBy(judged.judgedBy)}</Text>}
      </details>
    </div>
  );
}

function JudgeAgain({ analysis, candidateId }: Pick<Props, "analysis" | "candidateId">) {
  const retry = useRetry("analysis", { session_id: analysis.session_id, candidate_id: candidateId });
  if (!retry.may) return null;
  return (
    <div className={review.acts}>
      <FailureNote failure={retry.failure} />
      <Button size="xs" variant="default" loading={retry.isRunning} onClick={retry.run}>{words.judgeAgain}</Button>
    </div>
  );
}

function Points({ label, sign, points }: { label: string; sign: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div className={classes.points}>
      <Text size="xs" c="dimmed">{label}</Text>
      <ul className={classes.plain}>
        {points.map((point) => <li key={point}><span aria-hidden="true">{sign} </span>{point}</li>)}
      </ul>
    </div>
  );
}
