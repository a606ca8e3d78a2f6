import type { Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { Code } from "./Code";
import { messages } from "./messages";
import { Notice } from "./Notice";
import type { useWebhookVerbs } from "./useWebhook";

/** What came of the last test, with the receiver's own words. */
export function TestResult({ test }: { test: ReturnType<typeof useWebhookVerbs>["test"] }) {
  if (test.error) return <FailureNote failure={test.error} />;
  if (!test.data) return null;
  const { state, lastError, lastAnswer } = test.data;
  const hasArrived = state === "delivered";
  const answer = lastAnswer ? <Code label={messages.deliveries.received}>{lastAnswer}</Code> : messages.noAnswer;
  return (
    <Notice
      tone={hasArrived ? "good" : "bad"}
      icon={hasArrived ? "check" : "alert"}
      title={titleOf(test.data)}
      role={hasArrived ? "status" : "alert"}
      close={{ label: messages.closeTest, onClick: test.reset }}
    >
      {lastError ?? answer}
    </Notice>
  );
}

function titleOf({ state, lastStatus }: Schemas["DeliveryDetail"]): string {
  if (lastStatus === null) return messages.testFailed;
  return state === "delivered" ? messages.testArrived(lastStatus) : messages.testRefused(lastStatus);
}
