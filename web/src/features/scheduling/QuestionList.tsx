import { Button, Group, Stack, Text, VisuallyHidden } from "@mantine/core";
import { type Dispatch, type SetStateAction, useCallback, useState } from "react";

import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import { type DraftQuestion, moved, newQuestion, putBack } from "./plan";
import { QuestionCard } from "./QuestionCard";
import classes from "./QuestionList.module.css";

const words = messages.question;

interface Props {
  questions: DraftQuestion[];
  errors: Readonly<Record<string, string>>;
  onChange: Dispatch<SetStateAction<DraftQuestion[]>>;
}

interface Removed {
  at: number;
  one: DraftQuestion;
}

/** The plan while it is written: add, reorder with buttons, remove and bring back. */
export function QuestionList({ questions, errors, onChange }: Props) {
  const [told, setTold] = useState("");
  const [removed, setRemoved] = useState<Removed | null>(null);
  const change = useCallback(
    (key: string, change: Partial<DraftQuestion>) =>
      onChange((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one))),
    [onChange],
  );
  const move = useCallback(
    (index: number, by: number) => {
      onChange((all) => moved(all, index, by));
      setTold(words.moved(index + by + 1));
    },
    [onChange],
  );
  const remove = useCallback(
    (at: number, one: DraftQuestion) => {
      onChange((all) => all.filter((other) => other.key !== one.key));
      setRemoved({ at, one });
    },
    [onChange],
  );
  return (
    <Stack gap="sm">
      {questions.length === 0 && <Text c="dimmed" size="sm">{words.none}</Text>}
      <ol className={classes.list}>
        {questions.map((question, index) => (
          <QuestionCard
            key={question.key}
            question={question}
            index={index}
            isLast={index === questions.length - 1}
            error={errors[question.key] ?? null}
            onChange={change}
            onMove={move}
            onRemove={remove}
          />
        ))}
      </ol>
      {removed && (
        <Group className={classes.removed} role="status" gap="sm">
          <Text size="sm">{words.removed}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onChange((all) => putBack(all, removed.at, removed.one));
              setRemoved(null);
            }}
          >
            {words.undo}
          </Button>
        </Group>
      )}
      <Group>
        <Button variant="default" leftSection={<Icon name="add" size={16} />} onClick={() => addQuestion(onChange)}>{words.add}</Button>
      </Group>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </Stack>
  );
}

/** Adds a question at the end and puts the keyboard into it. */
function addQuestion(onChange: Props["onChange"]): void {
  const one = newQuestion();
  onChange((all) => [...all, one]);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-question=${one.key}]`)?.focus());
}
