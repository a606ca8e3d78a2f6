import { ActionIcon, Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { Failed, Loading } from "@/ui/States";
import { usePages } from "@/ui/usePages";

import { CandidateChoice } from "./CandidateChoice";
import classes from "./LotPage.module.css";
import { messages } from "./messages";

const words = messages.members;
type Member = Schemas["MemberDetail"];

interface Props {
  lot: Schemas["LotDetail"];
  mayChange: boolean;
}

/** Who is in a lot and how they came in. */
export function Members({ lot, mayChange }: Props) {
  const [adds, setAdds] = useState(false);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const found = usePages([...keys.lot(lot.id), "members", lot.memberCount, lot.drawStatus], (cursor, signal) =>
    api.get("/api/admin/lots/{lot_id}/candidates", { path: { lot_id: lot.id }, query: { cursor, limit: 50 }, signal }),
  );
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="members">
      <Group justify="space-between">
        <Title order={2} size="h3" id="members">{words.title}</Title>
        {mayChange && <Button size="xs" variant="default" leftSection={<Icon name="add" size={15} />} onClick={() => setAdds(true)}>{words.add}</Button>}
      </Group>
      {found.isFirstLoading && <Loading />}
      {found.failure && found.rows.length === 0 && <Failed failure={found.failure} retry={found.retry} />}
      {!found.isFirstLoading && !found.failure && found.rows.length === 0 && <Text size="sm" c="dimmed" mt="xs">{words.empty}. {mayChange && words.emptyText}</Text>}
      <ul className={`${classes.list ?? ""} ${classes.scroll ?? ""}`} aria-labelledby="members">
        {found.rows.map((member) => (
          <li key={member.candidateId} className={classes.line}>
            <span className={classes.name}>
              <Link to={`/candidates/${String(member.candidateId)}`}>{member.candidateName}</Link>
              <Text size="sm" c="dimmed">{[words.entry[member.entry], member.rank !== null && words.rank(member.rank)].filter(Boolean).join(", ")}</Text>
            </span>
            {mayChange && (
              <ActionIcon variant="subtle" color="gray" aria-label={words.remove(member.candidateName)} onClick={() => setLeaving(member)}><Icon name="close" size={16} /></ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {found.hasMore && <Button fullWidth mt="sm" variant="default" onClick={found.more}>{words.title} …</Button>}
      <Modal opened={adds} onClose={() => setAdds(false)} title={words.add} closeButtonProps={{ "aria-label": "Close" }}><Add lot={lot} onDone={() => setAdds(false)} /></Modal>
      <Remove lot={lot} member={leaving} onDone={() => setLeaving(null)} />
    </section>
  );
}

function Add({ lot, onDone }: { lot: Props["lot"]; onDone: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => api.post("/api/admin/lots/{lot_id}/candidates", { candidateIds: [Number(chosen)] }, { path: { lot_id: lot.id } }),
    onSuccess: async ({ added }) => {
      await queries.invalidateQueries({ queryKey: keys.lot(lot.id) });
      notifications.show({ message: added ? words.added : words.alreadyIn, color: "pine" });
      onDone();
    },
  });
  return (
    <Stack>
      <FailureNote failure={add.error} />
      <CandidateChoice label={words.choose} value={chosen} onChange={setChosen} />
      <Group justify="flex-end"><Button disabled={chosen === null} loading={add.isPending} onClick={() => add.mutate()}>{words.action}</Button></Group>
    </Stack>
  );
}

function Remove({ lot, member, onDone }: { lot: Props["lot"]; member: Member | null; onDone: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (candidateId: number) =>
      api.delete("/api/admin/lots/{lot_id}/candidates/{candidate_id}", { path: { lot_id: lot.id, candidate_id: candidateId } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.lot(lot.id) });
      notifications.show({ message: words.removed, color: "pine" });
      onDone();
    },
  });
  const name = member?.candidateName ?? "";
  return (
    <Confirm
      opened={member !== null}
      title={words.removeTitle(name)}
      action={words.remove(name)}
      running={remove.isPending}
      failure={remove.error}
      onConfirm={() => member && remove.mutate(member.candidateId)}
      onClose={onDone}
    >
      {words.removeText}
    </Confirm>
  );
}
