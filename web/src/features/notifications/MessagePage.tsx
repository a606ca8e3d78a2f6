import { Alert, Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";

import { api, keys, Problem, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { useCaller, useMay } from "@/ui/Caller";
import { Facts } from "@/ui/Facts";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message as Told } from "@/ui/States";
import { momentText } from "@/ui/time";

import { Actions } from "./Actions";
import { Content } from "./Content";
import { messages } from "./messages";
import classes from "./Messages.module.css";
import { MessageStatus } from "./MessageStatus";

type Message = Schemas["MessageDetail"];
const words = messages.one;
const UNDER_WAY = new Set(["queued", "sending"]);
const REFRESH_MS = 3000;

/** One message: where it stands, what it says, what was tried. */
export default function MessagePage() {
  const id = useParams()["messageId"] ?? "";
  const found = useQuery({
    queryKey: keys.message(id),
    queryFn: ({ signal }) => api.get("/api/notifications/messages/{message_id}", { path: { message_id: id }, signal }),
    refetchInterval: (query) => (UNDER_WAY.has(query.state.data?.status ?? "") ? REFRESH_MS : false),
  });
  if (found.error instanceof Problem && found.error.status === 404) {
    return <Told order={1} icon="search" title={words.missing} action={<Button component={Link} to="/messages">{words.back}</Button>}>{words.missingText}</Told>;
  }
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Shown message={found.data} />;
}

function Shown({ message }: { message: Message }) {
  const mayAct = useMay("messages:write");
  return (
    <>
      <PageHeader
        title={message.subject || messages.noTitle}
        above={<BackLink to="/messages">{words.back}</BackLink>}
        actions={mayAct && <Actions message={message} />}
      >
        <MessageStatus status={message.status} />
      </PageHeader>
      {message.reason && message.status !== "sent" && (
        <Alert mb="md" variant="default" className={classes.note ?? ""} icon={<Icon name="info" />}>{message.reason}</Alert>
      )}
      <div className={classes.columns}>
        <section className={`surface ${classes.panel ?? ""}`}>
          <Content message={message} />
        </section>
        <div className={classes.columns} style={{ gridTemplateColumns: "minmax(0, 1fr)" }}>
          <section className={`surface ${classes.panel ?? ""}`}><About message={message} /></section>
          <section className={`surface ${classes.panel ?? ""}`}>
            <Title order={2} size="h3" mb="xs">{words.tries}</Title>
            <Tries tried={message.tried} />
          </section>
        </div>
      </div>
    </>
  );
}

function About({ message }: { message: Message }) {
  const { timezone } = useCaller();
  const facts: [string, React.ReactNode][] = [
    [words.facts.to, messages.to(message.recipient.name, message.recipient.address)],
    [words.facts.channel, messages.channels[message.channel]],
    [words.facts.kind, messages.kinds[message.kind] ?? message.kind],
    [words.facts.queued, momentText(message.createdAt, timezone)],
  ];
  const interview = message.about?.startsWith("interview:") ? message.about.slice("interview:".length) : null;
  if (interview) facts.push([words.facts.about, <Link key="about" to={`/interviews/${interview}`}>{words.interview}</Link>]);
  if (message.sendAt) facts.push([words.facts.due, momentText(message.sendAt, timezone)]);
  if (message.sentAt) facts.push([words.facts.sent, momentText(message.sentAt, timezone)]);
  if (message.supplier) facts.push([words.facts.supplier, message.supplier]);
  if (message.attachments.length) facts.push([words.facts.files, message.attachments.map((file) => file.filename).join(", ")]);
  return <Facts facts={facts} />;
}

function Tries({ tried }: { tried: Message["tried"] }) {
  const { timezone } = useCaller();
  if (tried.length === 0) return <Text c="dimmed" size="sm">{words.noTries}</Text>;
  return (
    <ol className={classes.tries}>
      {tried.map((one) => (
        <li key={one.number}>
          <Text size="sm" fw={560}>{`${words.try(one.number)}: ${words.outcomes[one.outcome] ?? one.outcome}`}</Text>
          <Text size="sm" c="dimmed">{[momentText(one.startedAt, timezone), words.by(one.supplier), one.nextTryAt && words.next(momentText(one.nextTryAt, timezone))].filter(Boolean).join(" · ")}</Text>
          {one.reason && <Text size="sm">{one.reason}</Text>}
        </li>
      ))}
    </ol>
  );
}
