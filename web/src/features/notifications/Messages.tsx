import { Button, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message as Told } from "@/ui/States";
import { agoText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { type Chosen, Filters } from "./Filters";
import { messages } from "./messages";
import classes from "./Messages.module.css";
import { MessageStatus } from "./MessageStatus";
import { Waits } from "./Waits";

type Message = Schemas["MessageSummary"];
const NOTHING: Chosen = { status: null, channel: null, kind: null, recipient: "" };
const REFRESH_MS = 10_000;

/** What was sent, what waits and what failed, newest first. */
export default function Messages() {
  const [chosen, setChosen] = useState(NOTHING);
  const [typed] = useDebouncedValue(chosen.recipient.trim(), 250);
  const asked = { ...chosen, recipient: typed };
  const isFiltered = Object.values(asked).some(Boolean);
  const queue = useQuery({ queryKey: keys.messageQueue, queryFn: ({ signal }) => api.get("/api/notifications/queue", { signal }), refetchInterval: REFRESH_MS });
  const found = usePages(
    [...keys.messages, "list", asked],
    (cursor, signal) => api.get("/api/notifications/messages", { query: { ...asked, cursor, limit: 50 }, signal }),
    { isSearched: true, refreshMs: REFRESH_MS },
  );
  const clear = <Button variant="default" onClick={() => setChosen(NOTHING)}>{messages.clear}</Button>;
  return (
    <>
      <PageHeader title={messages.title} actions={useMay("messages:write") && <Test />}>{messages.lead}</PageHeader>
      <Waits queue={queue.data} />
      <Filters chosen={chosen} queue={queue.data} onChange={setChosen} />
      <div className="surface">
        <Rows
          label={messages.title}
          pages={found}
          keyOf={(message) => message.id}
          rowHeight={69}
          empty={
            isFiltered ? (
              <Told icon="search" title={messages.nothing} action={clear}>{messages.nothingText}</Told>
            ) : (
              <Told icon="mail" title={messages.empty}>{messages.emptyText}</Told>
            )
          }
        >
          {(message) => <Line message={message} />}
        </Rows>
      </div>
    </>
  );
}

function Test() {
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: () => api.post("/api/notifications/messages/test", {}),
    onSuccess: async (made) => {
      notifications.show({ message: messages.testDone[made.status] ?? made.reason, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.messages });
    },
  });
  return (
    <div>
      <Button variant="default" leftSection={<Icon name="mail" />} loading={test.isPending} onClick={() => test.mutate()}>{messages.test}</Button>
      <FailureNote failure={test.error} />
    </div>
  );
}

/** The moment that says most: when it was sent, when it is due, or when it was queued. */
function when(message: Message): string {
  if (message.sentAt) return agoText(message.sentAt);
  if (message.sendAt && message.status === "queued") return messages.due(agoText(message.sendAt));
  return agoText(message.createdAt);
}

function Line({ message }: { message: Message }) {
  // Why messages are held stands above the list.
  const needsReason = message.reason && message.status !== "sent" && message.status !== "held";
  return (
    <div className={row.row}>
      <span className={classes.channel} title={messages.channels[message.channel]}><Icon name={message.channel === "sms" ? "phone" : "mail"} /></span>
      <div className={row.main}>
        <Link className={row.link} to={`/messages/${message.id}`}>{message.subject || messages.noTitle}</Link>
        <Text component="span" size="sm" c="dimmed" truncate>{messages.to(message.recipient.name, message.recipient.address)}</Text>
        {needsReason && <Text component="span" size="sm" c="dimmed" className={classes.reason}>{message.reason}</Text>}
      </div>
      <div className={row.aside}>
        <Text size="sm" c="dimmed">{when(message)}</Text>
        {message.attempts > 0 && <Text size="xs" c="dimmed">{messages.attemptCount(message.attempts)}</Text>}
      </div>
      <div className={classes.status}><MessageStatus status={message.status} /></div>
    </div>
  );
}
