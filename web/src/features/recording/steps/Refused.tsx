import { Button, Container, Text } from "@mantine/core";
import { useEffect } from "react";

import type { IconName } from "@/ui/Icon";
import { Message } from "@/ui/States";
import { momentText } from "@/ui/time";

import type { Refusal, RefusalKind } from "../conduct/refusals";
import { messages } from "../messages";

const ICONS: Readonly<Record<RefusalKind, IconName>> = {
  unknown: "link",
  expired: "clock",
  revoked: "link",
  early: "calendar",
  late: "clock",
  over: "calendar",
  ended: "check",
  forgotten: "link",
  insecure: "shield",
  failed: "offline",
};

/** Why there is no way in now, and what to do about it. */
export function Refused({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const { kind, opensAt, requestId } = refusal;
  const [title, text] = messages.refused[kind];
  useRetryAt(kind === "early" ? opensAt : null, onRetry);
  const mayRetry = kind === "failed" || kind === "early";
  return (
    <Container component="main" size="sm" py="10vh">
      <title>{messages.documentTitle(title)}</title>
      <Message
        order={1}
        icon={ICONS[kind]}
        title={title}
        action={mayRetry ? <Button mt="sm" onClick={onRetry}>{messages.retry}</Button> : undefined}
      >
        <Text>{text}</Text>
        {kind === "early" && opensAt !== null && <Text mt="sm" fw={560} c="var(--mantine-color-text)">{messages.opensAt(momentText(opensAt))}</Text>}
        {kind === "failed" && requestId !== null && requestId !== "" && <Text size="sm" mt="sm">{messages.requestId(requestId)}</Text>}
      </Message>
    </Container>
  );
}

const LONGEST_TIMER_MS = 24 * 3600 * 1000;

/** Try again by itself when the time has come. */
function useRetryAt(moment: string | null, onRetry: () => void): void {
  useEffect(() => {
    if (moment === null) return undefined;
    const ms = Date.parse(moment) - Date.now() + 1000;
    if (ms > LONGEST_TIMER_MS) return undefined;
    const timer = setTimeout(onRetry, Math.max(1000, ms));
    return () => clearTimeout(timer);
  }, [moment, onRetry]);
}
