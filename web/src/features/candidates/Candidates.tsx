import { Button, CloseButton, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { agoText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { AddCandidate } from "./AddCandidate";
import { messages } from "./messages";

/** Everybody who is interviewed, newest first, found by the beginning of a name or an address. */
export default function Candidates() {
  const [adds, setAdds] = useState(false);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = usePages(
    [...keys.candidates, "list", search],
    (cursor, signal) => api.get("/api/admin/candidates", { query: { cursor, search, limit: 50 }, signal }),
    { isSearched: true },
  );
  const add = useMay("candidates:write") && (
    <Button leftSection={<Icon name="add" />} onClick={() => setAdds(true)}>{messages.add}</Button>
  );
  return (
    <>
      <PageHeader title={messages.title} actions={add}>{messages.lead}</PageHeader>
      <TextInput
        mb="md"
        maw={460}
        aria-label={messages.search}
        placeholder={messages.search}
        leftSection={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={typed && <CloseButton size="sm" aria-label={messages.clear} onClick={() => setTyped("")} />}
      />
      <div className="surface">
        <Rows
          label={messages.title}
          pages={found}
          keyOf={(candidate) => candidate.id}
          rowHeight={69}
          empty={search ? <Nothing search={search} onClear={() => setTyped("")} /> : <Message icon="person" title={messages.empty} action={add}>{messages.emptyText}</Message>}
        >
          {(candidate) => <Line candidate={candidate} />}
        </Rows>
      </div>
      <AddCandidate opened={adds} onClose={() => setAdds(false)} />
    </>
  );
}

function Nothing({ search, onClear }: { search: string; onClear: () => void }) {
  return (
    <Message icon="search" title={messages.nothing} action={<Button variant="default" onClick={onClear}>{messages.clear}</Button>}>
      {messages.nothingText(search)}
    </Message>
  );
}

function Line({ candidate }: { candidate: Schemas["CandidateDetail"] }) {
  const outcome = candidate.interviewFinalStatus;
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Link className={row.link} to={`/candidates/${String(candidate.id)}`}>{candidate.name}</Link>
        <Text component="span" size="sm" c="dimmed" truncate>{candidate.email ?? messages.noEmail}</Text>
      </div>
      {outcome !== null && <Text size="sm" c="dimmed">{messages.finalStatus[outcome] ?? outcome}</Text>}
      <Text className={row.aside} size="sm" c="dimmed">{messages.since(agoText(candidate.createdAt))}</Text>
      <Icon name="chevronRight" size={16} />
    </div>
  );
}
