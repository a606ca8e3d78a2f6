import { ActionIcon, Button, Group, Modal, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { CopyField } from "@/ui/CopyField";
import { Icon } from "@/ui/Icon";
import { Failed, Loading } from "@/ui/States";
import { usePages } from "@/ui/usePages";

import classes from "./Draw.module.css";
import { messages } from "./messages";

const words = messages.drawn;
type Entry = Schemas["EntryDetail"];

interface Props {
  lot: Schemas["LotDetail"];
  draw: Schemas["DrawSummary"];
  mayWrite: boolean;
}

function nameOf(entry: Entry): string {
  return entry.candidateName ?? words.forgotten;
}

/** Places and waiting list in the drawn order. */
export function Entries({ lot, draw, mayWrite }: Props) {
  const [declining, setDeclining] = useState<Entry | null>(null);
  const [telling, setTelling] = useState<Entry | null>(null);
  const found = usePages([...keys.lot(lot.id), "entries", draw.publicId], (cursor, signal) =>
    api.get("/api/admin/lots/{lot_id}/draw/entries", { path: { lot_id: lot.id }, query: { cursor, limit: 25 }, signal }),
  );
  if (found.isFirstLoading) return <Loading />;
  if (found.failure && found.rows.length === 0) return <Failed failure={found.failure} retry={found.retry} />;
  return (
    <div>
      <Text fw={560} mb="xs">{words.places}</Text>
      <ScrollArea className={classes.table ?? ""} type="auto" offsetScrollbars="x" viewportProps={{ tabIndex: 0, role: "region", "aria-label": words.places }}>
        <table className="numbers">
          <thead>
            <tr>
              {[words.rank, words.who, words.state, words.number].map((name) => <th key={name} scope="col">{name}</th>)}
              <th aria-label={words.decline} />
            </tr>
          </thead>
          <tbody>
            {found.rows.map((entry) => (
              <tr key={entry.number} data-place={entry.place}>
                <td>{entry.rank}</td>
                <td>{entry.candidateId === null ? nameOf(entry) : <Link to={`/candidates/${String(entry.candidateId)}`}>{nameOf(entry)}</Link>}</td>
                <td>{words.place[entry.place] ?? entry.place}</td>
                <td>{entry.number}</td>
                <td>
                  <Group gap={6} justify="flex-end" wrap="nowrap">
                    {entry.secret !== null && (
                      <ActionIcon variant="subtle" color="gray" aria-label={words.showSecret(nameOf(entry))} onClick={() => setTelling(entry)}><Icon name="key" size={16} /></ActionIcon>
                    )}
                    {mayWrite && entry.candidateId !== null && entry.place !== "declined" && (
                      <Button size="compact-xs" variant="default" aria-label={`${nameOf(entry)}: ${words.decline}`} onClick={() => setDeclining(entry)}>{words.decline}</Button>
                    )}
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {found.hasMore && <Button mt="sm" variant="default" onClick={found.more}>{words.places} …</Button>}
      <Decline key={declining?.number} lot={lot} entry={declining} onDone={() => setDeclining(null)} />
      <Modal opened={telling !== null} onClose={() => setTelling(null)} title={telling ? words.showSecret(nameOf(telling)) : ""} closeButtonProps={{ "aria-label": "Close" }}>
        {telling && <Secret entry={telling} />}
      </Modal>
    </div>
  );
}

function Secret({ entry }: { entry: Entry }) {
  return (
    <Stack>
      <Text size="sm">{words.secretHint(nameOf(entry))}</Text>
      <CopyField label={words.candidateNumber} value={String(entry.candidateId)} />
      <CopyField label={words.secret} value={entry.secret ?? ""} />
    </Stack>
  );
}

function Decline({ lot, entry, onDone }: { lot: Props["lot"]; entry: Entry | null; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const decline = useMutation({
    mutationFn: (candidateId: number) =>
      api.post("/api/admin/lots/{lot_id}/draw/decline", { candidateId, reason: reason.trim() || null }, { path: { lot_id: lot.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.lots });
      notifications.show({ message: words.declined, color: "pine" });
      onDone();
    },
  });
  const name = entry ? nameOf(entry) : "";
  const holds = entry?.place === "holding";
  return (
    <Confirm
      opened={entry !== null}
      title={holds ? words.declineTitle(name) : words.giveUpTitle(name)}
      action={words.decline}
      running={decline.isPending}
      failure={decline.error}
      onConfirm={() => entry?.candidateId && decline.mutate(entry.candidateId)}
      onClose={onDone}
    >
      <Text mb="sm">{holds ? words.declineText : words.giveUpText}</Text>
      <TextInput label={words.reason} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Confirm>
  );
}
