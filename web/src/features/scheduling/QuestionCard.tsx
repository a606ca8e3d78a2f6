import { ActionIcon, Collapse, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput, UnstyledButton } from "@mantine/core";
import { memo, useId, useState } from "react";

import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import type { DraftQuestion } from "./plan";
import classes from "./QuestionCard.module.css";

const words = messages.question;
const LIMITS = [1, 2, 3, 5, 10, 15, 30];

interface Props {
  question: DraftQuestion;
  index: number;
  isLast: boolean;
  error: string | null;
  onChange: (key: string, change: Partial<DraftQuestion>) => void;
  onMove: (index: number, by: number) => void;
  onRemove: (index: number, question: DraftQuestion) => void;
}

/** One question of the plan. It is drawn again only when it changes itself, so that long plans stay quick to write. */
export const QuestionCard = memo(function QuestionCard(props: Props) {
  const { question, index, error, onChange } = props;
  const number = index + 1;
  return (
    <li className={`surface ${classes.card ?? ""}`}>
      <Head {...props} number={number} />
      <Textarea
        label={words.text}
        placeholder={words.textPlaceholder}
        value={question.text}
        error={error}
        autosize
        minRows={2}
        maxLength={10_000}
        data-question={question.key}
        onChange={(event) => onChange(question.key, { text: event.currentTarget.value })}
      />
      <More question={question} onChange={onChange} />
    </li>
  );
});

function Head({ number, question, index, isLast, onMove, onRemove }: Props & { number: number }) {
  return (
    <Group justify="space-between" mb={4} wrap="nowrap">
      <Text component="h3" size="sm" fw={600}>{words.one(number)}</Text>
      <Group gap={4} wrap="nowrap">
        <ActionIcon className={classes.tool ?? ""} variant="subtle" color="gray" aria-label={words.up(number)} disabled={index === 0} onClick={() => onMove(index, -1)}>
          <Icon name="arrowUp" size={16} />
        </ActionIcon>
        <ActionIcon className={classes.tool ?? ""} variant="subtle" color="gray" aria-label={words.down(number)} disabled={isLast} onClick={() => onMove(index, 1)}>
          <Icon name="arrowDown" size={16} />
        </ActionIcon>
        <ActionIcon className={classes.tool ?? ""} variant="subtle" color="gray" aria-label={words.remove(number)} onClick={() => onRemove(index, question)}>
          <Icon name="trash" size={16} />
        </ActionIcon>
      </Group>
    </Group>
  );
}

function More({ question, onChange }: Pick<Props, "question" | "onChange">) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const change = (name: keyof DraftQuestion) => (event: { currentTarget: { value: string } }) =>
    onChange(question.key, { [name]: event.currentTarget.value });
  return (
    <>
      <UnstyledButton className={classes.more} aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <span className={classes.arrow} data-opened={opened}><Icon name="chevronRight" size={14} /></span>
        {words.more}
      </UnstyledButton>
      <Collapse id={id} expanded={opened}>
        <Stack gap="sm" pt="xs">
          <Textarea label={words.keyPoints} description={words.keyPointsHint} value={question.keyPoints} autosize minRows={2} onChange={change("keyPoints")} />
          <Textarea label={words.expected} description={words.expectedHint} value={question.expectedAnswer} autosize minRows={2} onChange={change("expectedAnswer")} />
          <TextInput label={words.keywords} description={words.keywordsHint} value={question.keywords} onChange={change("keywords")} />
          <Textarea label={words.hints} description={words.hintsHint} value={question.hints} autosize minRows={1} onChange={change("hints")} />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <NativeSelect label={words.type} value={question.type} onChange={change("type")} data={choices(words.types)} />
            <NativeSelect label={words.difficulty} value={question.difficulty} onChange={change("difficulty")} data={choices(words.difficulties)} />
            <NativeSelect
              label={words.limit}
              value={question.limitMinutes}
              onChange={change("limitMinutes")}
              data={[{ value: "", label: words.noLimit }, ...LIMITS.map((minutes) => ({ value: String(minutes), label: words.minutes(minutes) }))]}
            />
          </SimpleGrid>
        </Stack>
      </Collapse>
    </>
  );
}

function choices(named: Readonly<Record<string, string>>) {
  return Object.entries(named).map(([value, label]) => ({ value, label }));
}
