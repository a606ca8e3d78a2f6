import { Text } from "@mantine/core";

import { DIMENSIONS, type QuestionJudgement } from "./judgement";
import { messages } from "./messages";
import { reasonText } from "./reasons";
import classes from "./Transcript.module.css";
import { scoreText } from "./sizes";

const words = messages.transcript;

/** How the software came to what it says about one answer, for whoever opens it. */
export function QuestionDetail({ judged }: { judged: QuestionJudgement | undefined }) {
  if (judged === undefined) return null;
  return (
    <div className={classes.judged}>
      {judged.reasons.map((reason) => <Text key={reason} size="sm">{reasonText(reason)}</Text>)}
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
        <Text size="xs" c="dimmed" mt={6}>{messages.scores.judgedBy(judged.judgedBy)}</Text>
      </details>
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
