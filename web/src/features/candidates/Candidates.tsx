import { ActionIcon, Button, CloseButton, Group, Menu, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { Link, useSearchParams } from "react-router";

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
import { FilterBar } from "./list/FilterBar";
import { exportAddress, type Filters, filtersOf, withFilters } from "./list/filters";
import { messages } from "./messages";
import { StageBadge } from "./StageBadge";
import { Views } from "./Views";

const ImportDialog = lazy(() => import("./transfer/ImportDialog"));

/** Everybody the organisation knows, newest first; what they are narrowed by stands in the address. */
export default function Candidates() {
  const [opened, setOpened] = useState<"add" | "import" | null>(null);
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const filters = filtersOf(params);
  const narrow = (chosen: Filters) => setParams(withFilters(params, chosen), { replace: true });
  const found = usePages(
    [...keys.candidates, "list", search, filters],
    (cursor, signal) => api.get("/api/admin/candidates", { query: { ...filters, cursor, search, limit: 50 }, signal }),
    { isSearched: true },
  );
  const clear = () => {
    setTyped("");
    setParams({});
  };
  const mayAdd = useMay("candidates:write");
  const add = mayAdd && <Button leftSection={<Icon name="add" />} onClick={() => setOpened("add")}>{messages.add}</Button>;
  const actions = (
    <>
      <Files mayAdd={mayAdd} exportTo={exportAddress(filters, search)} onImport={() => setOpened("import")} />
      {add}
    </>
  );
  return (
    <>
      <PageHeader title={messages.title} actions={actions}>{messages.lead}</PageHeader>
      <Views />
      <Group mb="md" gap="sm">
        <TextInput
          flex="1 1 16rem"
          maw={460}
          aria-label={messages.search}
          placeholder={messages.search}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          rightSection={typed && <CloseButton size="sm" aria-label={messages.clear} onClick={() => setTyped("")} />}
        />
        <FilterBar filters={filters} onChange={narrow} />
      </Group>
      <div className="surface">
        <Rows
          label={messages.title}
          pages={found}
          keyOf={(candidate) => candidate.id}
          rowHeight={69}
          empty={search || Object.keys(filters).length > 0 ? <Nothing onClear={clear} /> : <Message icon="person" title={messages.empty} action={add}>{messages.emptyText}</Message>}
        >
          {(candidate) => <Line candidate={candidate} />}
        </Rows>
      </div>
      <AddCandidate opened={opened === "add"} onClose={() => setOpened(null)} />
      {opened === "import" && <Suspense><ImportDialog onClose={() => setOpened(null)} /></Suspense>}
    </>
  );
}

function Files({ mayAdd, exportTo, onImport }: { mayAdd: boolean; exportTo: string; onImport: () => void }) {
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={messages.files}><Icon name="dots" /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayAdd && <Menu.Item leftSection={<Icon name="arrowUp" size={16} />} onClick={onImport}>{messages.importFile}</Menu.Item>}
        <Menu.Item leftSection={<Icon name="arrowDown" size={16} />} component="a" href={exportTo} download>{messages.exportAll}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Nothing({ onClear }: { onClear: () => void }) {
  return (
    <Message icon="search" title={messages.nothing} action={<Button variant="default" onClick={onClear}>{messages.clear}</Button>}>
      {messages.nothingText}
    </Message>
  );
}

function Line({ candidate }: { candidate: Schemas["CandidateDetail"] }) {
  const told = candidate.profile.headline ?? candidate.email ?? messages.noEmail;
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Link className={row.link} to={`/candidates/${String(candidate.id)}`}>{candidate.name}</Link>
        <Text component="span" size="sm" c="dimmed" truncate>{told}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">
        {candidate.archivedAt ? messages.archived : messages.since(agoText(candidate.createdAt))}
      </Text>
      <StageBadge stage={candidate.status} />
      <Icon name="chevronRight" size={16} />
    </div>
  );
}
