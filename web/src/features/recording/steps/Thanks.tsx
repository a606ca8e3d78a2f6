import { Text } from "@mantine/core";

import type { Receipt } from "../conduct/useHandingIn";
import { messages } from "../messages";
import { Frame } from "../parts/Frame";
import { Line, Lines } from "../parts/Lines";
import { amountWords, Answers } from "./Review";

const words = messages.thanks;

/** The end, with the receipt of what was saved. */
export function Thanks({ receipt, organisation }: { receipt: Receipt; organisation: string }) {
  const { status, turns } = receipt;
  const isWhole = status.refusals.length === 0;
  return (
    <Frame step="thanks" title={words.title} intro={isWhole ? words.saved : words.partly}>
      <Lines>
        <Line title={messages.review.parts.recording} isTrue={isWhole && status.isVerified} text={amountWords(status)} />
        <Answers turns={turns} isKnown />
        <Line title={messages.review.parts.handing} isTrue text={messages.review.done} />
      </Lines>
      <Text mt="lg">{words.next(organisation)}</Text>
      <Text mt="sm" c="dimmed">{words.withdraw}</Text>
    </Frame>
  );
}
