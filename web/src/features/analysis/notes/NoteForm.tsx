import { Button, Group, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

import { FailureNote } from "@/ui/FailureNote";
import { durationText } from "@/ui/time";

import { messages } from "./messages";
import classes from "./Notes.module.css";

const LONGEST = 10_000;

interface Props {
  at: number;
  text?: string;
  running: boolean;
  failure: Error | null;
  onSave: (text: string) => void;
  onClose: () => void;
}

/** Takes the words of a note; Control and Enter save them, Escape leaves. */
export function NoteForm({ at, text: earlier = "", running, failure, onSave, onClose }: Props) {
  const [text, setText] = useState(earlier);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isEmpty = text.trim() === "";
  const save = () => {
    setTried(true);
    if (!isEmpty) onSave(text.trim());
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Textarea
        label={messages.label(durationText(at))}
        description={messages.hint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={LONGEST}
        ref={field}
        value={text}
        error={isTried && isEmpty ? messages.missing : null}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <FailureNote failure={failure} />
      <Group justify="flex-end" gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onClose}>{messages.cancel}</Button>
        <Button size="xs" type="submit" loading={running}>{messages.save}</Button>
      </Group>
    </form>
  );
}
