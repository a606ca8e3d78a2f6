import { useParams } from "react-router";

import type { Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { Facts } from "@/ui/Facts";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading } from "@/ui/States";
import { agoText, momentText } from "@/ui/time";

import { Deliveries } from "./Deliveries";
import { allEvents } from "./events";
import { Manage } from "./Manage";
import { messages } from "./messages";
import { Notice } from "./Notice";
import { nameOf, stateOf } from "./state";
import { TestResult } from "./TestResult";
import { useWebhook, useWebhookVerbs } from "./useWebhook";
import classes from "./Webhooks.module.css";

/** One webhook: how it stands, and what was sent. */
export default function WebhookPage() {
  const { webhookId = "" } = useParams();
  const found = useWebhook(webhookId);
  if (found.data) return <Filled key={found.data.id} webhook={found.data} />;
  if (found.isError) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Loading />;
}

function Filled({ webhook }: { webhook: Schemas["WebhookDetail"] }) {
  const verbs = useWebhookVerbs(webhook);
  const { events, createdAt, formerSecretUntil } = webhook;
  return (
    <>
      <PageHeader
        title={nameOf(webhook)}
        above={<BackLink to="/settings/webhooks">{messages.back}</BackLink>}
        actions={<Manage webhook={webhook} verbs={verbs} />}
      >
        <span className={classes.url}>{webhook.url}</span>
      </PageHeader>
      <TestResult test={verbs.test} />
      <Standing webhook={webhook} />
      <div className={`surface ${classes.panel}`}>
        <Facts
          facts={[
            [messages.facts.events, events.length === allEvents.length ? messages.eventCount(events.length, allEvents.length) : <Chips key="events" events={events} />],
            [messages.facts.made, momentText(createdAt)],
            [
              messages.facts.secret,
              formerSecretUntil && new Date(formerSecretUntil) > new Date()
                ? messages.facts.signsUntil(momentText(formerSecretUntil))
                : messages.facts.hidden,
            ],
          ]}
        />
      </div>
      <Deliveries webhook={webhook} />
    </>
  );
}

function Chips({ events }: { events: readonly string[] }) {
  return (
    <span className={classes.chips}>
      {events.map((event) => <span key={event} className={classes.chip}>{event}</span>)}
    </span>
  );
}

/** Says so where nothing is sent, or nothing arrives. */
function Standing({ webhook }: { webhook: Schemas["WebhookDetail"] }) {
  const state = stateOf(webhook);
  if (state === "on") return null;
  const isOff = state === "off";
  return (
    <Notice
      tone={isOff ? "quiet" : "bad"}
      icon={isOff ? "pause" : "alert"}
      title={isOff ? messages.offTitle : messages.failingTitle}
    >
      {isOff ? messages.offReasons[webhook.offReason ?? "by_person"] : messages.failingText(agoText(webhook.failingSince))}
    </Notice>
  );
}
