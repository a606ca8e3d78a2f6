import { Button, CloseButton, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { useCaller, useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { StatusBadge } from "@/ui/StatusBadge";
import { agoText, momentText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import classes from "./Interviews.module.css";
import { FilterButton, FilterChips } from "./list/FilterBar";
import { type Filters, filtersOf, withFilters } from "./list/filters";
import { messages } from "./messages";
import { isStatus, STATUSES } from "./statuses";
import { useInterviewNews } from "./useInterviewNews";

type Interview = Schemas["InterviewSummary"];
// Where the live connection is away.
const REFRESH_MS = 20_000;

/** Every interview of the organisation, newest first; what is looked for stands in the address. */
export default function Interviews() {
  const [params, setParams] = useSearchParams();
  const asked = params.get("status");
  const status = isStatus(asked) ? asked : null;
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const isHearing = useInterviewNews();
  const filters = filtersOf(params);
  const narrow = (chosen: Filters) => setParams(withFilters(params, chosen), { replace: true });
  const found = usePages(
    [...keys.interviews, "list", status, search, filters],
    (cursor, signal) => api.get("/api/admin/interviews", { query: { ...filters, cursor, status, search, limit: 50 }, signal }),
    { ...(isHearing ? {} : { refreshMs: REFRESH_MS }), isSearched: true },
  );
  const clear = () => {
    setTyped("");
    setParams({});
  };
  const add = useMay("interviews:write") && (
    <Button component={Link} to="/interviews/new" leftSection={<Icon name="add" />}>{messages.add}</Button>
  );
  return (
    <>
      <PageHeader title={messages.title} actions={add}>{messages.lead}</PageHeader>
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
            onChange={(value) => setParams(withStatus(params, value), { replace: true })}
            data={["all", ...STATUSES].map((value) => ({ value, label: messages.status[value] ?? value }))}
          />
        </div>
        <FilterButton filters={filters} onChange={narrow} />
      </Group>
      <FilterChips filters={filters} onChange={narrow} />
      <div className="surface">
        <Rows
          label={messages.title}
          pages={found}
          keyOf={(interview) => interview.id}
          rowHeight={69}
          empty={status || search || Object.keys(filters).length > 0 ? <Nothing onClear={clear} /> : <Message icon="calendar" title={messages.empty} action={add}>{messages.emptyText}</Message>}
        >
          {(interview) => <Line interview={interview} />}
        </Rows>
      </div>
    </>
  );
}

function withStatus(params: URLSearchParams, status: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (status === "all") next.delete("status");
  else next.set("status", status);
  return next;
}

function Nothing({ onClear }: { onClear: () => void }) {
  return (
    <Message icon="search" title={messages.nothing} action={<Button variant="default" onClick={onClear}>{messages.clear}</Button>}>
      {messages.nothingText}
    </Message>
  );
}

function timeOf(interview: Interview, zone: string): string {
  if (interview.endedAt) return messages.ended(agoText(interview.endedAt));
  if (interview.startedAt) return messages.started(agoText(interview.startedAt));
  return interview.scheduledAt ? momentText(interview.scheduledAt, zone) : messages.made(agoText(interview.createdAt));
}

/** What is still to come leads to its plan, everything else to its review. */
function Line({ interview }: { interview: Interview }) {
  // On the same clock as the calendar.
  const { timezone } = useCaller();
  const told = [interview.title, interview.position].filter(Boolean).join(" · ");
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Link className={row.link} to={`/interviews/${interview.id}${interview.status === "scheduled" ? "/setup" : ""}`}>
          {interview.candidateName}
        </Link>
        <Text component="span" size="sm" c="dimmed" truncate>{told}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">{timeOf(interview, timezone)}</Text>
      <div className={classes.badge}><StatusBadge status={interview.status} /></div>
      <Icon name="chevronRight" size={16} />
    </div>
  );
}
