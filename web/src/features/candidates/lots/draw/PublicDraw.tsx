import { Container, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useParams } from "react-router";

import { api, keys, Problem } from "@/api";
import { Facts } from "@/ui/Facts";
import { Logo } from "@/ui/Logo";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";
import { momentText } from "@/ui/time";

import { Told } from "../Told";
import classes from "./Draw.module.css";
import { Download } from "./Drawn";
import { type DrawFile, waitingOf } from "./file";
import { FindYourself } from "./FindYourself";
import { messages } from "./messages";
import { Sources } from "./Sources";
import { Verified } from "./Verified";

const words = messages.public;
const MOST_SHOWN = 300;

/** A draw for everybody: nobody's name, everything that decides, and a way to find oneself. */
export default function PublicDraw() {
  const id = useParams()["publicId"] ?? "";
  const found = useQuery({
    queryKey: keys.draw(id),
    queryFn: ({ signal }) => api.get("/api/draws/{public_id}", { path: { public_id: id }, signal, as: "candidate" }) as Promise<unknown> as Promise<DrawFile>,
  });
  const isMissing = found.error instanceof Problem && found.error.status === 404;
  return (
    <Container size={820} py="lg" component="main">
      <Group mb="xl"><Logo size={26} /></Group>
      {found.isPending && <Loading />}
      {isMissing && <Message order={1} icon="search" title={words.missing}>{words.missingText}</Message>}
      {found.isError && !isMissing && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && <Shown file={found.data} />}
    </Container>
  );
}

function Shown({ file }: { file: DrawFile }) {
  const { published } = file;
  const isDrawn = file.status === "drawn";
  return (
    <>
      <PageHeader title={words.title(published.lot)}>{words.by(published.organisation)}</PageHeader>
      <Stack gap="lg">
        <Panel>
          <Facts
            facts={[
              [messages.drawn.state, words.status[file.status] ?? file.status],
              [messages.prepared.facts.pool, published.pool.length.toLocaleString()],
              [messages.prepared.facts.places, published.places],
              [messages.prepared.facts.attempt, published.attempt],
              ...(published.seedAt ? [[messages.prepared.facts.seedAt, momentText(published.seedAt)] as const] : []),
              ...(file.drawnAt ? [[words.drawnAt, momentText(file.drawnAt)] as const] : []),
            ]}
          />
          <Text size="sm" c="dimmed" mt="md">{words.privacy}</Text>
          {file.withdrawnReason !== null && <Text mt="md">{messages.prepared.withdrawn} {file.withdrawnReason}</Text>}
        </Panel>
        {isDrawn && <Outcome file={file} />}
        {file.status !== "withdrawn" && <FindYourself file={file} />}
        <Panel title={isDrawn ? messages.drawn.seed : messages.prepared.sources}>
          <Sources sources={published.sources} seed={file.seed} />
          {isDrawn && (
            <>
              <Text size="sm" c="dimmed" mt="sm">{messages.drawn.key} – {messages.drawn.keyHint}</Text>
              <Text className={classes.hash ?? ""}>{file.keyString}</Text>
            </>
          )}
        </Panel>
        <Panel title={words.criteria}><Told criteria={published.criteria} /></Panel>
        <Panel title={words.document}>
          <Text size="sm" c="dimmed">{messages.prepared.facts.hash}</Text>
          <Text className={classes.hash ?? ""} mb="md">{file.publishedSha256}</Text>
          <Download publicId={published.publicId} />
        </Panel>
        <Panel title={messages.verify.title}><Again publicId={published.publicId} /></Panel>
      </Stack>
    </>
  );
}

function Panel({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      {title !== undefined && <Title order={2} size="h3" mb="xs">{title}</Title>}
      {children}
    </section>
  );
}

function Outcome({ file }: { file: DrawFile }) {
  const waiting = waitingOf(file);
  return (
    <Panel title={words.winners}>
      <Numbers place="holding" numbers={file.order.filter((number) => file.holding.includes(number))} />
      {waiting.length > 0 && (
        <>
          <Text mt="lg" fw={560}>{words.waiting(waiting.length)}</Text>
          <Numbers place="waiting" numbers={waiting.slice(0, MOST_SHOWN)} />
          {waiting.length > MOST_SHOWN && <Text mt="xs">…</Text>}
        </>
      )}
      {file.changes.length > 0 && (
        <>
          <Text mt="lg" fw={560}>{words.changes}</Text>
          <ul className={classes.plain}>{file.changes.map((change) => <li key={change.declined}>{words.change(change.declined, change.taken)}</li>)}</ul>
        </>
      )}
    </Panel>
  );
}

function Numbers({ place, numbers }: { place: string; numbers: number[] }) {
  return <ul className={classes.numbers} data-place={place}>{numbers.map((number) => <li key={number}>{number}</li>)}</ul>;
}

function Again({ publicId }: { publicId: string }) {
  const found = useQuery({
    queryKey: [...keys.draw(publicId), "verified"],
    queryFn: ({ signal }) => api.get("/api/draws/{public_id}/verify", { path: { public_id: publicId }, signal, as: "candidate" }),
  });
  if (found.isPending) return <Loading label={messages.verify.running} />;
  if (found.isError) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Verified verified={found.data} />;
}
