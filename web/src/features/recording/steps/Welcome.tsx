import { Button, Text } from "@mantine/core";
import { useEffect, useState } from "react";

import { Facts } from "@/ui/Facts";
import { Icon, type IconName } from "@/ui/Icon";
import { momentText } from "@/ui/time";

import type { InterviewShown, Preview } from "../conduct/calls";
import { unsentSeconds } from "../conduct/studio";
import { messages } from "../messages";
import { Frame } from "../parts/Frame";
import classes from "./Welcome.module.css";

const words = messages.welcome;

/** Who invites, what for, how long, and how it goes. */
export function Welcome({ shown, onNext }: { shown: Preview; onNext: () => void }) {
  const { interview, candidate_name: name, session_open: isBack, retention_days: days } = shown;
  const unsent = useUnsent();
  return (
    <Frame
      step="welcome"
      title={isBack ? words.backTitle(name) : words.title(name)}
      intro={isBack ? words.resumes : words.invites(interview.organisation)}
    >
      {unsent > 0 && <Text className={classes.unsent} role="status">{words.unsent(unsent)}</Text>}
      <section className={`surface ${classes.card ?? ""}`} aria-label={interview.title}>
        <Text component="h2" className={classes.what}>{interview.title}</Text>
        <Facts facts={factsOf(interview)} />
      </section>
      {!isBack && <Points isLive={interview.question_count === 0} days={days} organisation={interview.organisation} />}
      <Button size="md" mt="xl" onClick={onNext} rightSection={<Icon name="arrowRight" />}>
        {isBack ? words.resume : words.start}
      </Button>
    </Frame>
  );
}

function factsOf(interview: InterviewShown): [string, string][] {
  const facts: [string, string][] = [];
  if (interview.position !== null) facts.push([words.what, interview.position]);
  if (interview.scheduled_at !== null) facts.push([words.when, momentText(interview.scheduled_at)]);
  facts.push([words.long, words.minutes(interview.duration_minutes)]);
  facts.push([words.howMany, words.questions(interview.question_count)]);
  return facts;
}

function Points({ isLive, days, organisation }: { isLive: boolean; days: number; organisation: string }) {
  const { points } = words;
  const shown: [IconName, string][] = [
    ["person", isLive ? points.live : points.asks],
    ["mic", points.answer],
    ["shield", points.safe],
    ["check", points.choice],
    ["clock", points.kept(organisation, days)],
  ];
  return (
    <section aria-labelledby="how-it-works">
      <Text component="h2" id="how-it-works" className={classes.how}>{words.how}</Text>
      <ul className={classes.points}>
        {shown.map(([icon, text]) => (
          <li key={text}>
            <span className={classes.icon}><Icon name={icon} /></span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Seconds of recordings that an earlier page left in this browser, counted down while they go out. */
function useUnsent(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const look = (): void => void unsentSeconds().then(setSeconds);
    look();
    const timer = setInterval(look, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return seconds;
}
