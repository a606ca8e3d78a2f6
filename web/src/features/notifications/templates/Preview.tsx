import { Group, SegmentedControl, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { api, keys, Problem, type Schemas } from "@/api";
import { useCaller } from "@/ui/Caller";
import { Failed, Loading } from "@/ui/States";

import { Framed } from "../Framed";
import frame from "../Framed.module.css";
import { messages } from "./messages";
import type { Texts } from "./TemplatePage";

interface Props {
  kind: string;
  texts: Texts;
  hasSms: boolean;
  onMistakes: (mistakes: Readonly<Record<string, string>>) => void;
}

const NO_MISTAKES: Readonly<Record<string, string>> = {};
const TYPING_MS = 350;

/** What is wrong with each part, as the server says it of the texts or of one part in them. */
function mistakesOf(failure: Error | null): Readonly<Record<string, string>> {
  if (!(failure instanceof Problem) || failure.status !== 422) return NO_MISTAKES;
  return failure.fields;
}

/** What a reader would see, a moment after the last key. */
export function Preview({ kind, texts, hasSms, onMistakes }: Props) {
  const { timezone } = useCaller();
  const [view, setView] = useState("desktop");
  const [asked] = useDebouncedValue(texts, TYPING_MS);
  const found = useQuery({
    queryKey: [...keys.template(kind), "preview", asked, timezone],
    queryFn: ({ signal }) =>
      api.post("/api/notifications/templates/{kind}/preview", { texts: asked, timezone }, { path: { kind }, signal, once: false }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const mistakes = mistakesOf(found.error);
  useEffect(() => onMistakes(mistakes), [mistakes, onMistakes]);
  const isMistaken = Object.keys(mistakes).length > 0;
  const views = ["desktop", "phone", "text", ...(hasSms ? ["sms"] : [])];
  return (
    <>
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} size="h3">{messages.preview}</Title>
        <SegmentedControl size="xs" aria-label={messages.preview} value={view} onChange={setView} data={views.map((value) => ({ value, label: messages.views[value] ?? value }))} />
      </Group>
      {isMistaken && <Text size="sm" role="status">{mistakes["texts"] ?? messages.mistaken}</Text>}
      {found.isPending && <Loading />}
      {found.error && !isMistaken && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {!found.error && found.data && <Written view={view} written={found.data} />}
    </>
  );
}

function Written({ view, written }: { view: string; written: Schemas["Preview"] }) {
  if (view === "sms") return <pre className={frame.text}>{written.sms}</pre>;
  return (
    <>
      <Text size="sm" mb="xs"><Text span c="dimmed">{messages.previewSubject}: </Text>{written.subject}</Text>
      {view === "text" ? <pre className={frame.text}>{written.text}</pre> : <Framed html={written.html} title={messages.frame} isPhone={view === "phone"} />}
    </>
  );
}
