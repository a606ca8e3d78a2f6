import { Button, Group, NativeSelect, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { CopyField } from "@/ui/CopyField";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { Failed } from "@/ui/States";
import { agoText } from "@/ui/time";

import { messages } from "./messages";
import classes from "./Setup.module.css";
import { freshLink } from "./useCreate";

type Invitation = Schemas["InvitationDetail"];
const words = messages.invitations;
const LIVES = [1, 3, 7, 14, 30, 90];

interface Props {
  interviewId: string;
  isOpen: boolean;
  mayWrite: boolean;
}

/** The candidate's links: made, shown once to copy, listed, taken back. */
export function Invitations({ interviewId, isOpen, mayWrite }: Props) {
  const found = useQuery({
    queryKey: keys.invitations(interviewId),
    queryFn: ({ signal }) =>
      api.get("/api/admin/interviews/{interview_id}/invitations", { path: { interview_id: interviewId }, signal }),
  });
  const all = found.data?.items ?? [];
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Title order={2} size="h3">{words.title}</Title>
      <Text size="sm" c="dimmed" mb="md">{isOpen ? words.lead : words.closed}</Text>
      <Fresh interviewId={interviewId} />
      {mayWrite && isOpen && <Make interviewId={interviewId} isFirst={all.length === 0} />}
      {found.error && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && all.length === 0 && <Text size="sm" c="dimmed" mt="md">{words.none}</Text>}
      {all.length > 0 && (
        <ul className={classes.list}>
          {all.map((one) => <Line key={one.id} interviewId={interviewId} invitation={one} mayWrite={mayWrite} />)}
        </ul>
      )}
    </section>
  );
}

/** The link of the invitation just made; it lives in this page's memory and nowhere else. */
function Fresh({ interviewId }: { interviewId: string }) {
  const { data: link } = useQuery<string | null>({
    queryKey: freshLink(interviewId),
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
  if (!link) return null;
  return (
    <div className={classes.fresh} style={{ marginBottom: "1rem" }}>
      <CopyField label={words.fresh} description={words.freshHint} value={link} />
    </div>
  );
}

function Make({ interviewId, isFirst }: { interviewId: string; isFirst: boolean }) {
  const queries = useQueryClient();
  const [days, setDays] = useState("14");
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = new Date(Date.now() + Number(days) * 24 * 3600 * 1000).toISOString();
      const path = { interview_id: interviewId };
      return api.post("/api/admin/interviews/{interview_id}/invitations", { expiresAt }, { path });
    },
    onSuccess: async (made) => {
      queries.setQueryData(freshLink(interviewId), made.link);
      await queries.invalidateQueries({ queryKey: keys.invitations(interviewId) });
    },
  });
  return (
    <>
      <FailureNote failure={make.error} />
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={words.expires}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={LIVES.map((life) => ({ value: String(life), label: words.days(life) }))}
        />
        <Button variant={isFirst ? "filled" : "default"} leftSection={<Icon name="link" size={16} />} loading={make.isPending} onClick={() => make.mutate()}>
          {isFirst ? words.make : words.makeAnother}
        </Button>
      </Group>
    </>
  );
}

function stateOf(invitation: Invitation): string {
  if (invitation.revokedAt) return words.revoked;
  return invitation.expiresAt && new Date(invitation.expiresAt) <= new Date() ? words.expired : words.live;
}

function Line({ interviewId, invitation, mayWrite }: { interviewId: string; invitation: Invitation; mayWrite: boolean }) {
  const state = stateOf(invitation);
  const told = [words.made(agoText(invitation.createdAt)), state === words.live ? words.ends(agoText(invitation.expiresAt)) : ""];
  return (
    <li className={classes.invitation}>
      <div style={{ flex: 1 }}>
        <Text size="sm" fw={540}>{state}</Text>
        <Text size="sm" c="dimmed">{told.filter(Boolean).join(", ")}</Text>
      </div>
      {mayWrite && state === words.live && <Revoke interviewId={interviewId} invitationId={invitation.id} />}
    </li>
  );
}

function Revoke({ interviewId, invitationId }: { interviewId: string; invitationId: string }) {
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => {
      const path = { interview_id: interviewId, invitation_id: invitationId };
      return api.delete("/api/admin/interviews/{interview_id}/invitations/{invitation_id}", { path });
    },
    onSuccess: async () => {
      setAsks(false);
      queries.setQueryData(freshLink(interviewId), null);
      await queries.invalidateQueries({ queryKey: keys.invitations(interviewId) });
    },
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsks(true)}>{words.revoke}</Button>
      <Confirm
        opened={asks}
        title={words.revokeTitle}
        action={words.revoke}
        running={revoke.isPending}
        failure={revoke.error}
        onConfirm={() => revoke.mutate()}
        onClose={() => setAsks(false)}
      >
        {words.revokeText}
      </Confirm>
    </>
  );
}
