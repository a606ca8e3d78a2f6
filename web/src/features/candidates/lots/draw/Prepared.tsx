import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { CopyField } from "@/ui/CopyField";
import { Facts } from "@/ui/Facts";
import { FailureNote } from "@/ui/FailureNote";
import { momentText } from "@/ui/time";

import classes from "./Draw.module.css";
import { messages } from "./messages";
import { Sources } from "./Sources";
import { useNow } from "./useNow";

const words = messages.prepared;
type Draw = Schemas["DrawSummary"];

interface Props {
  lot: Schemas["LotDetail"];
  draw: Draw;
  mayWrite: boolean;
}

/** A published draw that has not taken place: its page to share, and its second step. */
export function Prepared({ lot, draw, mayWrite }: Props) {
  const now = useNow();
  const isKnown = draw.seedAt === null || new Date(draw.seedAt).getTime() <= now;
  const mayWithdraw = draw.seedAt === null || !isKnown;
  return (
    <Stack gap="md" mt="xs">
      <Facts
        facts={[
          [words.facts.pool, draw.poolSize.toLocaleString()],
          [words.facts.places, draw.places],
          [words.facts.attempt, draw.attempt],
          ...(draw.seedAt ? [[words.facts.seedAt, momentText(draw.seedAt)] as const] : []),
        ]}
      />
      <div>
        <Text size="sm" c="dimmed">{words.facts.hash}</Text>
        <Text className={classes.hash ?? ""}>{draw.documentSha256}</Text>
      </div>
      <div>
        <Text size="sm" c="dimmed">{words.sources}</Text>
        <Sources sources={draw.sources} />
      </div>
      <CopyField label={words.share} description={words.shareHint} value={`${window.location.origin}/draws/${draw.publicId}`} />
      {mayWrite && (isKnown ? <DrawNow lot={lot} draw={draw} /> : <Text size="sm">{words.early(momentText(draw.seedAt))}</Text>)}
      {mayWrite && mayWithdraw && <Withdraw lot={lot} />}
    </Stack>
  );
}

function DrawNow({ lot, draw }: { lot: Props["lot"]; draw: Draw }) {
  const asked = draw.sources.filter((source) => source.kind !== "commitment");
  const [said, setSaid] = useState<string[]>(asked.map(() => ""));
  const [isTried, setIsTried] = useState(false);
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => api.post("/api/admin/lots/{lot_id}/draw", { seed: said.map((text) => text.trim()) }, { path: { lot_id: lot.id } }),
    onSuccess: async () => {
      setAsks(false);
      await queries.invalidateQueries({ queryKey: keys.lots });
      notifications.show({ message: words.done, color: "pine" });
    },
  });
  const ask = () => {
    setIsTried(true);
    if (said.every((text) => text.trim())) setAsks(true);
  };
  return (
    <Stack gap="sm">
      {asked.map((source, place) => (
        <TextInput
          key={place}
          label={asked.length > 1 ? `${words.enter} (${messages.prepare.source(place + 1)})` : words.enter}
          description={`${source.about ?? ""} – ${words.enterHint[source.kind] ?? ""}`}
          value={said[place] ?? ""}
          error={isTried && !said[place]?.trim() ? words.missing : null}
          onChange={(event) => setSaid(said.map((text, index) => (index === place ? event.currentTarget.value : text)))}
        />
      ))}
      <Group><Button onClick={ask}>{words.draw}</Button></Group>
      <Modal opened={asks} onClose={() => setAsks(false)} title={words.confirmTitle} closeButtonProps={{ "aria-label": "Close" }}>
        <Text mb="sm">{words.confirm}</Text>
        {said.map((text, place) => <Text key={place} className={classes.hash ?? ""}>{text}</Text>)}
        <FailureNote failure={run.error} />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={() => setAsks(false)} data-autofocus>{words.cancel}</Button>
          <Button loading={run.isPending} onClick={() => run.mutate()}>{words.draw}</Button>
        </Group>
      </Modal>
    </Stack>
  );
}

function Withdraw({ lot }: { lot: Props["lot"] }) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => api.post("/api/admin/lots/{lot_id}/draw/withdraw", { reason: reason.trim() }, { path: { lot_id: lot.id } }),
    onSuccess: async () => {
      setAsks(false);
      await queries.invalidateQueries({ queryKey: keys.lots });
      notifications.show({ message: words.withdrawn, color: "pine" });
    },
  });
  const isShort = reason.trim().length < 3;
  const confirm = () => {
    setIsTried(true);
    if (!isShort) withdraw.mutate();
  };
  return (
    <div>
      <Button variant="subtle" color="red" c="var(--mantine-color-error)" size="xs" onClick={() => setAsks(true)}>{words.withdraw}</Button>
      <Confirm
        opened={asks}
        title={words.withdrawTitle}
        action={words.withdraw}
        running={withdraw.isPending}
        failure={withdraw.error}
        onConfirm={confirm}
        onClose={() => setAsks(false)}
      >
        <Text mb="sm">{words.withdrawText}</Text>
        <TextInput
          label={words.reason}
          value={reason}
          maxLength={500}
          error={isTried && isShort ? words.reasonMissing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </div>
  );
}
