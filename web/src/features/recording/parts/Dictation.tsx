import { Switch, Text } from "@mantine/core";
import { useEffect, useState } from "react";

import { dictate, offersDictation } from "../devices/dictation";
import { messages } from "../messages";

const words = messages.interview;

interface DictationProps {
  language: string;
  /** Whether the candidate is answering now. */
  isOn: boolean;
  onWords: (words: string) => void;
}

/** A live transcript, only for those who want it; any failure says so and leaves the keyboard. */
export function Dictation({ language, isOn, onWords }: DictationProps) {
  const [isWanted, setIsWanted] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [hint, setHint] = useState("");
  const isListening = isWanted && isOn && !hasFailed;
  useEffect(() => {
    if (!isListening) return undefined;
    const fail = (): void => {
      setHasFailed(true);
      setHint("");
    };
    return dictate(language, { onWords, onHint: setHint, onFailure: fail });
  }, [isListening, language, onWords]);
  if (!offersDictation()) return null;
  return (
    <div>
      <Switch
        label={words.dictate}
        description={words.dictateNote}
        checked={isWanted && !hasFailed}
        disabled={hasFailed}
        onChange={(event) => setIsWanted(event.currentTarget.checked)}
      />
      <Text size="sm" mt={6} role="status">{hasFailed ? words.dictateFailed : ""}</Text>
      {isListening && hint !== "" && <Text size="sm" c="dimmed" fs="italic">{hint}</Text>}
    </div>
  );
}
