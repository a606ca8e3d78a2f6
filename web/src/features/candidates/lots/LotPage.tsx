import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";

import { api, keys, Problem, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { useMay } from "@/ui/Caller";
import { Confirm } from "@/ui/Confirm";
import { Facts } from "@/ui/Facts";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";
import { momentText } from "@/ui/time";

import { draftOf, isSame } from "./criteria";
import { CriteriaPanel } from "./CriteriaPanel";
import { DrawPanel } from "./draw/DrawPanel";
import { LotBadge } from "./LotBadge";
import { LotForm } from "./LotForm";
import classes from "./LotPage.module.css";
import { Matches } from "./Matches";
import { Members } from "./Members";
import { messages } from "./messages";
import { useLot } from "./useLot";
import { Why } from "./Why";

type Lot = Schemas["LotDetail"];
const words = messages.page;

/** One lot: whom it looks for, who matches, the draw, and who is in it. */
export default function LotPage() {
  const id = useParams()["lotId"] ?? "";
  const found = useLot(id);
  if (found.error instanceof Problem && found.error.status === 404) {
    return <Message order={1} icon="search" title={words.missing} action={<Button component={Link} to="/lots">{words.back}</Button>}>{words.missingText}</Message>;
  }
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Shown key={found.data.id} lot={found.data} />;
}

function Shown({ lot }: { lot: Lot }) {
  const mayWrite = useMay("candidates:write") && lot.status !== "archived";
  const takes = mayWrite && lot.status !== "closed" && lot.drawStatus === null;
  const kept = draftOf(lot.criteria);
  const [draft, setDraft] = useState(kept);
  const isKept = isSame(draft, kept);
  // The key keeps what is open in it when it changes its place.
  const draw = <div key="draw" className={lot.drawStatus === null ? classes.later : undefined}><DrawPanel lot={lot} mayWrite={mayWrite} isKept={isKept} /></div>;
  return (
    <>
      <PageHeader title={lot.name} above={<BackLink to="/lots">{words.back}</BackLink>} actions={mayWrite && <Actions lot={lot} />}>
        {lot.description ?? undefined}
      </PageHeader>
      <div className={`surface ${classes.panel ?? ""}`}><About lot={lot} /></div>
      <div className={classes.columns}>
        <div className={classes.column}>
          {lot.drawStatus !== null && draw}
          <CriteriaPanel lot={lot} draft={draft} onChange={setDraft} isKept={isKept} mayWrite={mayWrite} />
          {lot.drawStatus === null && draw}
        </div>
        <div className={classes.column}>
          {lot.drawStatus === null && <Matches lot={lot} draft={draft} isKept={isKept} mayTake={takes} />}
          <Members lot={lot} mayChange={takes} />
          <Why lot={lot} />
        </div>
      </div>
    </>
  );
}

function About({ lot }: { lot: Lot }) {
  const left = lot.placesLeft !== null && lot.placesLeft > 0 ? ` (${words.left(lot.placesLeft)})` : "";
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <div className={classes.facts}>
        <Facts
          facts={[
            [words.facts.position, lot.positionTitle ?? messages.form.noPosition],
            [words.facts.places, lot.places === null ? words.anyNumber : `${lot.places}${left}`],
            [words.facts.members, lot.memberCount],
            [words.facts.made, momentText(lot.createdAt)],
          ]}
        />
      </div>
      <LotBadge lot={lot} />
    </Group>
  );
}

function Actions({ lot }: { lot: Lot }) {
  const [edits, setEdits] = useState(false);
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const archive = useMutation({
    mutationFn: () => api.post("/api/admin/lots/{lot_id}/archive", null, { path: { lot_id: lot.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.lots });
      setAsks(false);
      notifications.show({ message: words.archived, color: "pine" });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setEdits(true)}>{words.edit}</Button>
      <Button variant="default" onClick={() => setAsks(true)}>{words.archive}</Button>
      <LotForm lot={lot} opened={edits} onClose={() => setEdits(false)} />
      <Confirm
        opened={asks}
        title={words.archiveTitle}
        action={words.archive}
        running={archive.isPending}
        failure={archive.error}
        onConfirm={() => archive.mutate()}
        onClose={() => setAsks(false)}
      >
        <Text>{words.archiveText}</Text>
      </Confirm>
    </>
  );
}
