import { Button, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import type { Schemas } from "@/api";
import { Failed, Loading } from "@/ui/States";

import lotClasses from "../LotPage.module.css";
import { useDraws } from "../useLot";
import classes from "./Draw.module.css";
import { Drawn } from "./Drawn";
import { messages } from "./messages";
import { Prepare } from "./Prepare";
import { Prepared } from "./Prepared";

type Lot = Schemas["LotDetail"];

interface Props {
  lot: Lot;
  mayWrite: boolean;
  isKept: boolean;
}

/** A lot's draw: what it is, its two steps, its result. */
export function DrawPanel({ lot, mayWrite, isKept }: Props) {
  const found = useDraws(lot.id);
  const present = found.data?.find((draw) => draw.status !== "withdrawn");
  const withdrawn = found.data?.filter((draw) => draw.status === "withdrawn") ?? [];
  return (
    <section className={`surface ${lotClasses.panel ?? ""}`} aria-labelledby="draw">
      <Title order={2} size="h3" id="draw">
        {present ? messages[present.status === "drawn" ? "drawn" : "prepared"].title : messages.title}
      </Title>
      {found.isPending && <Loading />}
      {found.isError && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && !present && <Start lot={lot} mayWrite={mayWrite} isKept={isKept} />}
      {present?.status === "prepared" && <Prepared lot={lot} draw={present} mayWrite={mayWrite} />}
      {present?.status === "drawn" && <Drawn lot={lot} draw={present} mayWrite={mayWrite} />}
      {withdrawn.length > 0 && (
        <div className={classes.earlier}>
          <Text size="sm" fw={560}>{messages.earlier.title}</Text>
          {withdrawn.map((draw) => (
            <Text key={draw.publicId} size="sm">
              <Link to={`/draws/${draw.publicId}`}>{messages.earlier.one(draw.attempt, draw.withdrawnReason ?? "")}</Link>
            </Text>
          ))}
        </div>
      )}
    </section>
  );
}

function Start({ lot, mayWrite, isKept }: Props) {
  const [opened, setOpened] = useState(false);
  const hindrance = lot.places === null ? messages.needsPlaces : lot.placesLeft === 0 ? messages.full : isKept ? null : messages.unsaved;
  const takes = mayWrite && lot.status !== "closed";
  return (
    <>
      <Text size="sm" c="dimmed">{messages.why}</Text>
      <ol className={classes.steps}>
        {[messages.steps.publish, messages.steps.draw].map((step) => (
          <li key={step.title}>
            <Text fw={560}>{step.title}</Text>
            <Text size="sm" c="dimmed">{step.text}</Text>
          </li>
        ))}
      </ol>
      {takes && (
        <Group mt="md" gap="sm">
          <Button variant="default" disabled={hindrance !== null} onClick={() => setOpened(true)}>{messages.prepare.open}</Button>
          {hindrance !== null && <Text size="sm" c="dimmed" flex="1 1 12rem">{hindrance}</Text>}
        </Group>
      )}
      <Prepare lot={lot} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
