import { Alert, Button, Group, Text, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

import { Icon } from "@/ui/Icon";

import type { Equipment } from "../conduct/studio";
import { speak } from "../devices/speech";
import { useTry } from "../devices/useTry";
import { messages } from "../messages";
import { Avatar } from "../parts/Avatar";
import { Frame } from "../parts/Frame";
import { Picture } from "../parts/Picture";
import classes from "./Practice.module.css";

const words = messages.practice;

interface PracticeProps {
  equipment: Equipment;
  language: string;
  isResumed: boolean;
  isStarting: boolean;
  failure: string | null;
  onStart: () => void;
  onBack: () => void;
}

/** A question that does not count: the way of the interview, with nothing kept and nothing sent. */
export function Practice({ equipment, language, isResumed, isStarting, failure, onStart, onBack }: PracticeProps) {
  const [text, setText] = useState("");
  return (
    <Frame step="practice" title={words.title} intro={words.intro} isWide>
      <div className={classes.layout}>
        <Asked language={language} />
        <div className={classes.own}>
          {equipment.stream !== null && <Try stream={equipment.stream} />}
          <Textarea
            label={words.write}
            autosize={false}
            rows={equipment.stream === null ? 6 : 3}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
      </div>
      {failure !== null && <Alert color="red" variant="light" mt="lg" role="alert" icon={<Icon name="alert" />}>{failure}</Alert>}
      <Group mt="xl">
        <Button size="md" loading={isStarting} onClick={onStart} rightSection={<Icon name="arrowRight" />}>
          {isResumed ? words.resume : words.skip}
        </Button>
        <Button size="md" variant="subtle" onClick={onBack}>{messages.back}</Button>
      </Group>
      <Text size="sm" c="dimmed" mt="sm">{equipment.stream === null ? words.noRecording : words.recordsNow}</Text>
    </Frame>
  );
}

function Asked({ language }: { language: string }) {
  const [isSpeaking, setIsSpeaking] = useState(false);
  const speech = useRef<AbortController | null>(null);
  useEffect(() => () => speech.current?.abort(), []);
  const ask = (): void => {
    speech.current = new AbortController();
    setIsSpeaking(true);
    void speak(words.question, language, speech.current.signal).then(() => setIsSpeaking(false));
  };
  return (
    <section className={classes.asked}>
      <Avatar mood={isSpeaking ? "speaking" : "resting"} size={128} />
      <Text className={classes.question}>{words.question}</Text>
      <Button size="xs" variant="default" onClick={ask}>{words.ask}</Button>
    </section>
  );
}

function Try({ stream }: { stream: MediaStream }) {
  const { isRunning, address, start, stop } = useTry(stream);
  return (
    <>
      {address === null ? (
        <Picture stream={stream} label={messages.devices.picture} />
      ) : (
        // What the candidate just said needs no captions for the candidate.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <video className={classes.played} src={address} aria-label={words.video} controls playsInline />
      )}
      <Group gap="sm">
        <Button size="xs" variant="default" onClick={isRunning ? stop : start}>{isRunning ? words.stop : words.record}</Button>
        {address !== null && <Text size="sm" c="dimmed" role="status">{words.watch}</Text>}
      </Group>
    </>
  );
}
