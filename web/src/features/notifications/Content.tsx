import { Group, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";

import type { Schemas } from "@/api";

import { Framed } from "./Framed";
import frame from "./Framed.module.css";
import { messages } from "./messages";

const words = messages.one;
const HIDDEN = "https://hidden.invalid/";

/** What a message says: as designed, or its plain text. */
export function Content({ message }: { message: Schemas["MessageDetail"] }) {
  const [view, setView] = useState("html");
  const html = message.html ?? null;
  return (
    <>
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} size="h3">{words.content}</Title>
        {html !== null && (
          <SegmentedControl
            size="xs"
            aria-label={words.content}
            value={view}
            onChange={setView}
            data={[
              { value: "html", label: words.html },
              { value: "text", label: words.text },
            ]}
          />
        )}
      </Group>
      {message.text.includes(HIDDEN) && <Text size="sm" c="dimmed" mb="xs">{words.hidden}</Text>}
      {html !== null && view === "html" ? <Framed html={html} title={words.content} /> : <pre className={frame.text}>{message.text}</pre>}
    </>
  );
}
