import { Badge, Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { useMay } from "@/ui/Caller";
import { Confirm } from "@/ui/Confirm";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { momentText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import classes from "./BookingLinks.module.css";
import { messages } from "./messages";
import { NewBookingLink } from "./NewBookingLink";

type BookingLink = Schemas["BookingLinkDetail"];

/** The organisation's booking links, newest first. */
export default function BookingLinks() {
  const [isMaking, setMaking] = useState(false);
  const found = usePages(keys.bookingLinks, (cursor, signal) => api.get("/api/calendar/booking-links", { query: { cursor, limit: 50 }, signal }));
  const add = useMay("interviews:write") && <Button leftSection={<Icon name="add" />} onClick={() => setMaking(true)}>{messages.add}</Button>;
  return (
    <>
      <PageHeader title={messages.title} above={<BackLink to="/calendar">{messages.back}</BackLink>} actions={add}>{messages.lead}</PageHeader>
      <div className="surface">
        <Rows
          label={messages.title}
          pages={found}
          keyOf={(link) => link.id}
          rowHeight={69}
          empty={<Message icon="link" title={messages.empty} action={add}>{messages.emptyText}</Message>}
        >
          {(link) => <Line link={link} />}
        </Rows>
      </div>
      <NewBookingLink opened={isMaking} onClose={() => setMaking(false)} />
    </>
  );
}

function stateOf(link: BookingLink, now: number): string {
  if (link.revokedAt) return "revoked";
  if (link.interviewId) return "booked";
  return Date.parse(link.expiresAt ?? "") <= now ? "expired" : "open";
}

function Line({ link }: { link: BookingLink }) {
  const [now] = useState(Date.now);
  const mayRevoke = useMay("interviews:write");
  const state = stateOf(link, now);
  return (
    <div className={`${row.row ?? ""} ${classes.line ?? ""}`}>
      <div className={row.main}>
        <Text component="span" fw={560} truncate>{link.candidateName}</Text>
        <Text component="span" size="sm" c="dimmed" truncate>{link.title} · {messages.until(momentText(link.expiresAt))}</Text>
      </div>
      {link.interviewId && <Button component={Link} to={`/interviews/${link.interviewId}/setup`} size="xs" variant="default">{messages.seeInterview}</Button>}
      <Badge className={classes.state ?? ""} variant={state === "open" ? "light" : "default"} tt="none" radius="xl">{messages.state[state] ?? state}</Badge>
      {mayRevoke && (state === "open" || state === "booked") && <Revoke link={link} />}
    </div>
  );
}

function Revoke({ link }: { link: BookingLink }) {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.delete("/api/calendar/booking-links/{link_id}", { path: { link_id: link.id } }),
    onSuccess: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: keys.bookingLinks });
    },
  });
  return (
    <>
      <Button size="xs" variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>{messages.revoke}</Button>
      <Confirm opened={isAsking} title={messages.revokeTitle} action={messages.revoke} running={revoke.isPending} failure={revoke.error} onConfirm={() => revoke.mutate()} onClose={() => setAsking(false)}>
        {messages.revokeText(link.candidateName)}
      </Confirm>
    </>
  );
}
