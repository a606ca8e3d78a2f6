import "@mantine/core/styles/Radio.css";

import { Button, Group, Modal, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { localInput } from "@/ui/time";

import classes from "./Draw.module.css";
import { messages } from "./messages";

type Lot = Schemas["LotDetail"];
type Way = "public" | "committed" | "both";
interface Source {
  kind: "numbers" | "letters";
  about: string;
}

const words = messages.prepare;
const WAYS: readonly [Way, string, string][] = [
  ["public", words.public, words.publicHint],
  ["committed", words.committed, words.committedHint],
  ["both", words.both, words.bothHint],
];
const SHORTEST = 10;
const MOST_SOURCES = 8;

/** The first step of a draw: says where the seed will come from, and publishes. */
export function Prepare({ lot, opened, onClose }: { lot: Lot; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={words.title} closeButtonProps={{ "aria-label": "Close" }}>
      <Form lot={lot} onDone={onClose} />
    </Modal>
  );
}

function tomorrow(): string {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  day.setHours(21, 0, 0, 0);
  return localInput(day);
}

function Form({ lot, onDone }: { lot: Lot; onDone: () => void }) {
  const [way, setWay] = useState<Way>("public");
  const [sources, setSources] = useState<Source[]>([{ kind: "numbers", about: "" }]);
  const [seedAt, setSeedAt] = useState(tomorrow);
  const [isTried, setIsTried] = useState(false);
  const isPublic = way !== "committed";
  const isShort = (source: Source) => source.about.trim().length < SHORTEST;
  const [openedAt] = useState(() => Date.now());
  const isPast = !(new Date(seedAt).getTime() > openedAt);
  const publish = usePublish(lot, onDone);
  const submit = () => {
    setIsTried(true);
    if (isPublic && (sources.some(isShort) || isPast)) return;
    publish.mutate({
      usesCommitment: way !== "public",
      sources: isPublic ? sources.map(({ kind, about }) => ({ kind, about: about.trim() })) : [],
      seedAt: isPublic ? new Date(seedAt).toISOString() : null,
    });
  };
  const change = (place: number, part: Partial<Source>) => setSources(sources.map((one, index) => (index === place ? { ...one, ...part } : one)));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Pool lot={lot} />
        <Radio.Group label={words.how} value={way} onChange={(value) => setWay(value)}>
          <Stack gap="sm" mt="xs">
            {WAYS.map(([value, label, hint]) => <Radio key={value} value={value} label={label} description={hint} />)}
          </Stack>
        </Radio.Group>
        {isPublic && (
          <>
            {sources.map((source, place) => (
              <SourceFields
                key={place}
                number={place + 1}
                source={source}
                error={isTried && isShort(source) ? words.sourceShort : null}
                onChange={(part) => change(place, part)}
                onRemove={sources.length > 1 ? () => setSources(sources.filter((_, index) => index !== place)) : null}
              />
            ))}
            {sources.length < MOST_SOURCES && (
              <Group><Button size="xs" variant="default" onClick={() => setSources([...sources, { kind: "numbers", about: "" }])}>{words.addSource}</Button></Group>
            )}
            <TextInput
              type="datetime-local"
              label={words.seedAt}
              description={words.seedAtHint}
              value={seedAt}
              error={isTried && isPast ? words.seedAtMissing : null}
              onChange={(event) => setSeedAt(event.currentTarget.value)}
              maw={300}
            />
          </>
        )}
        <FailureNote failure={publish.error} />
        <Group justify="flex-end"><Button type="submit" loading={publish.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

function Pool({ lot }: { lot: Lot }) {
  const found = useQuery({
    queryKey: [...keys.lot(lot.id), "matches", "kept"],
    queryFn: ({ signal }) => api.post("/api/admin/lots/{lot_id}/matches", {}, { path: { lot_id: lot.id }, query: { limit: 1 }, signal, once: false }),
  });
  if (!found.data) return null;
  const count = `${found.data.isCountBounded ? "More than " : ""}${found.data.count.toLocaleString()}`;
  return <Text>{found.data.count > (lot.placesLeft ?? 0) ? words.pool(count, lot.placesLeft ?? 0) : messages.notNeeded}</Text>;
}

interface SourceProps {
  number: number;
  source: Source;
  error: string | null;
  onChange: (part: Partial<Source>) => void;
  onRemove: (() => void) | null;
}

function SourceFields({ number, source, error, onChange, onRemove }: SourceProps) {
  return (
    <div className={classes.source}>
      <Textarea
        label={words.source(number)}
        description={words.sourceHint}
        placeholder={words.sourcePlaceholder}
        value={source.about}
        maxLength={500}
        autosize
        minRows={2}
        error={error}
        onChange={(event) => onChange({ about: event.currentTarget.value })}
      />
      <Group mt="xs" justify="space-between" align="flex-end">
        <NativeSelect
          label={words.kind}
          value={source.kind}
          data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ kind: event.currentTarget.value as Source["kind"] })}
        />
        {onRemove && <Button size="xs" variant="subtle" color="gray" onClick={onRemove}>{words.removeSource(number)}</Button>}
      </Group>
    </div>
  );
}

function usePublish(lot: Lot, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["PrepareDraw"]) => api.post("/api/admin/lots/{lot_id}/draw/prepare", body, { path: { lot_id: lot.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.lots });
      notifications.show({ message: words.done, color: "pine" });
      onDone();
    },
  });
}
