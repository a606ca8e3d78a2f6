import { Alert, Button, Group, Text } from "@mantine/core";
import { useState } from "react";

import { Icon } from "@/ui/Icon";

import type { ConsentGiven, Preview } from "../conduct/calls";
import { messages } from "../messages";
import { Choice } from "../parts/Choice";
import { Frame } from "../parts/Frame";
import classes from "./Consent.module.css";

const words = messages.consent;

interface ConsentProps {
  shown: Preview;
  onNext: (given: ConsentGiven) => void;
  onBack: () => void;
}

/** Yes or no to each purpose; nothing is chosen beforehand unless the ledger knows it, and no stops nobody. */
export function Consent({ shown, onNext, onBack }: ConsentProps) {
  const { notice, interview } = shown;
  const [chosen, setChosen] = useState<Record<string, boolean>>({ ...shown.consent });
  const [isAsked, setIsAsked] = useState(false);
  const isWhole = notice.purposes.every(({ purpose }) => chosen[purpose] !== undefined);
  const go = (): void => {
    setIsAsked(true);
    if (isWhole) onNext({ notice_version: notice.version, purposes: chosen });
  };
  return (
    <Frame step="consent" title={words.title} intro={words.intro}>
      {Object.keys(shown.consent).length > 0 && (
        <Text className={classes.known}>{words.known(interview.organisation)}</Text>
      )}
      <div className={classes.purposes}>
        {notice.purposes.map(({ purpose, text }) => (
          <Choice
            key={purpose}
            name={purpose}
            title={words.titles[purpose] ?? purpose}
            text={text}
            value={chosen[purpose]}
            ifDeclined={words.declined[purpose]}
            onChoose={(value) => setChosen((known) => ({ ...known, [purpose]: value }))}
          />
        ))}
      </div>
      {interview.records_screen && <Text mt="md">{words.screen}</Text>}
      <About shown={shown} />
      {isAsked && !isWhole && (
        <Alert color="red" variant="light" mt="lg" role="alert" icon={<Icon name="alert" />}>{words.missing}</Alert>
      )}
      <Group mt="xl">
        <Button size="md" onClick={go} rightSection={<Icon name="arrowRight" />}>{messages.next}</Button>
        <Button size="md" variant="subtle" onClick={onBack}>{messages.back}</Button>
      </Group>
    </Frame>
  );
}

function About({ shown }: { shown: Preview }) {
  const { notice, interview } = shown;
  return (
    <section className={classes.about}>
      <Text component="h2" className={classes.subtitle}>{words.who}</Text>
      <Text>{words.whoText(interview.organisation)}</Text>
      <Text component="h2" className={classes.subtitle} mt="md">{words.notice}</Text>
      <Text lang={notice.locale}>{notice.text}</Text>
      <Text size="sm" c="dimmed" mt={6}>{words.version(notice.version)}</Text>
    </section>
  );
}
