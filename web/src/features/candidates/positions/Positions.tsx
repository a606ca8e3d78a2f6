import { Button, CloseButton, Group, SegmentedControl, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useSearchParams } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { ToneBadge } from "@/ui/ToneBadge";
import { usePages } from "@/ui/usePages";

import { Tabs } from "../lots/Tabs";
import { messages } from "./messages";
import { PositionForm } from "./PositionForm";
import classes from "./Positions.module.css";

type Position = Schemas["PositionDetail"];
const TYPING_MS = 250;

/** The jobs of the organisation, newest first; one opens to be read and changed. */
export default function Positions() {
  const [params, setParams] = useSearchParams();
  const asked = params.get("status") ?? "";
  const status = ["open", "closed"].includes(asked) ? asked : null;
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState<Position | "new" | null>(null);
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const mayWrite = useMay("candidates:write");
  const found = usePages(
    [...keys.positions, "list", status, search],
    (cursor, signal) => api.get("/api/admin/positions", { query: { cursor, status, search, limit: 50 }, signal }),
    { isSearched: true },
  );
  const clear = () => {
    setTyped("");
    setParams({});
  };
  const add = mayWrite && <Button leftSection={<Icon name="add" />} onClick={() => setShown("new")}>{messages.add}</Button>;
  const empty = status || search
    ? <Message icon="search" title={messages.nothing} action={<Button variant="default" onClick={clear}>{messages.clear}</Button>}>{messages.nothingText}</Message>
    : <Message icon="list" title={messages.empty} action={add}>{messages.emptyText}</Message>;
  return (
    <>
      <PageHeader title={messages.title} actions={add}>{messages.lead}</PageHeader>
      <Tabs />
      <Group mb="md" gap="sm">
        <TextInput
          className={classes.search ?? ""}
          aria-label={messages.search}
          placeholder={messages.search}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          rightSection={typed && <CloseButton size="sm" aria-label={messages.clear} onClick={() => setTyped("")} />}
        />
        <SegmentedControl
          aria-label={messages.status["label"] ?? ""}
          size="sm"
          value={status ?? "all"}
          onChange={(value) => setParams(value === "all" ? {} : { status: value }, { replace: true })}
          data={["all", "open", "closed"].map((value) => ({ value, label: messages.status[value] ?? value }))}
        />
      </Group>
      <div className="surface">
        <Rows label={messages.title} pages={found} keyOf={(position) => position.id} rowHeight={69} empty={empty}>
          {(position) => <Line position={position} onOpen={() => setShown(position)} />}
        </Rows>
      </div>
      <PositionForm position={shown} mayWrite={mayWrite} onClose={() => setShown(null)} />
    </>
  );
}

function Line({ position, onOpen }: { position: Position; onOpen: () => void }) {
  return (
    <div className={row.row}>
      <div className={row.main}>
        <UnstyledButton className={row.link ?? ""} onClick={onOpen}>{position.title}</UnstyledButton>
        <Text component="span" size="sm" c="dimmed" truncate>
          {[position.location ?? messages.noPlace, position.skills.slice(0, 4).join(", ")].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <ToneBadge tone={position.status === "open" ? "calm" : "past"}>{messages.status[position.status] ?? position.status}</ToneBadge>
      <Icon name="chevronRight" size={16} />
    </div>
  );
}
