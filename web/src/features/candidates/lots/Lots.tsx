import { Button, CloseButton, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { usePages } from "@/ui/usePages";

import classes from "./Lots.module.css";
import { LotBadge } from "./LotBadge";
import { LotForm } from "./LotForm";
import { messages } from "./messages";
import { Tabs } from "./Tabs";

const STATUSES = ["open", "draft", "closed", "archived"];
const TYPING_MS = 250;

/** Every lot of the organisation, newest first. */
export default function Lots() {
  const [params, setParams] = useSearchParams();
  const asked = params.get("status") ?? "";
  const status = STATUSES.includes(asked) ? asked : null;
  const [typed, setTyped] = useState("");
  const [makes, setMakes] = useState(false);
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = usePages(
    [...keys.lots, "list", status, search],
    (cursor, signal) => api.get("/api/admin/lots", { query: { cursor, status, search, limit: 50 }, signal }),
    { isSearched: true },
  );
  const clear = () => {
    setTyped("");
    setParams({});
  };
  const add = useMay("candidates:write") && (
    <Button leftSection={<Icon name="add" />} onClick={() => setMakes(true)}>{messages.add}</Button>
  );
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
        <div className={classes.statuses}>
          <SegmentedControl
            aria-label={messages.status["label"] ?? ""}
            size="sm"
            value={status ?? "all"}
            onChange={(value) => setParams(value === "all" ? {} : { status: value }, { replace: true })}
            data={["all", ...STATUSES].map((value) => ({ value, label: messages.status[value] ?? value }))}
          />
        </div>
      </Group>
      <div className="surface">
        <Rows label={messages.title} pages={found} keyOf={(lot) => lot.id} rowHeight={69} empty={empty}>
          {(lot) => <Line lot={lot} />}
        </Rows>
      </div>
      <LotForm lot={null} opened={makes} onClose={() => setMakes(false)} />
    </>
  );
}

function Line({ lot }: { lot: Schemas["LotSummary"] }) {
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Link className={row.link} to={`/lots/${lot.id}`}>{lot.name}</Link>
        <Text component="span" size="sm" c="dimmed" truncate>
          {[lot.positionTitle, messages.filled(lot.memberCount, lot.places)].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <LotBadge lot={lot} />
      <Icon name="chevronRight" size={16} />
    </div>
  );
}
