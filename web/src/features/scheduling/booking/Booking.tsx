import { Button, Container } from "@mantine/core";
import { useState } from "react";
import { useParams } from "react-router";

import "@mantine/core/styles/Combobox.css";
import "@mantine/core/styles/Pill.css";
import "@mantine/core/styles/PillsInput.css";

import { Problem } from "@/api";
import { Loading, Message } from "@/ui/States";
import { browserZone } from "@/ui/ZoneField";

import { messages } from "./messages";
import { Shown } from "./Shown";
import { takeToken } from "./token";
import { usePreview } from "./useBooking";

/** Where a candidate picks a time: whoever holds the link. */
export default function Booking() {
  const { token: inAddress = "" } = useParams();
  const [token] = useState(() => takeToken(inAddress));
  return token === null ? <Dead code="forgotten" /> : <Open token={token} />;
}

function Open({ token }: { token: string }) {
  const [zone, setZone] = useState(browserZone);
  const [firstDay, setFirstDay] = useState<string | null>(null);
  const found = usePreview(token, firstDay, zone);
  if (found.data === undefined && found.isError) {
    const code = found.error instanceof Problem && found.error.code in messages.dead ? found.error.code : "failed";
    return <Dead code={code} onRetry={() => void found.refetch()} />;
  }
  if (found.data === undefined) return <Loading label={messages.loading} />;
  return <Shown token={token} preview={found.data} zone={zone} isTurning={found.isPlaceholderData} onZone={setZone} onDay={setFirstDay} />;
}

/** Why there is nothing to book, and what to do about it. */
function Dead({ code, onRetry }: { code: string; onRetry?: () => void }) {
  const [title = "", text = ""] = messages.dead[code] ?? [];
  return (
    <Container component="main" size="sm" py="10vh">
      <title>{messages.documentTitle(title)}</title>
      <Message order={1} icon={code === "failed" ? "offline" : "link"} title={title} action={code === "failed" && onRetry ? <Button onClick={onRetry}>{messages.retry}</Button> : undefined}>
        {text}
      </Message>
    </Container>
  );
}
