import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { CopyField } from "@/ui/CopyField";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { Failed } from "@/ui/States";
import { agoText } from "@/ui/time";

import { messages } from "./messages";
import { Panel } from "./Panel";

const words = messages.feed;

/** The private address of one's calendar. */
export function Feed() {
  const queries = useQueryClient();
  const found = useQuery({ queryKey: keys.calendarFeed, queryFn: ({ signal }) => api.get("/api/calendar/feed", { signal }) });
  const [asking, setAsking] = useState<"remove" | "again" | null>(null);
  const settled = () => {
    setAsking(null);
    return queries.invalidateQueries({ queryKey: keys.calendarFeed });
  };
  const make = useMutation({
    mutationFn: () => api.post("/api/calendar/feed", null, { once: false }),
    onSuccess: settled,
  });
  const remove = useMutation({
    mutationFn: () => api.delete("/api/calendar/feed"),
    onSuccess: async () => {
      make.reset();
      notifications.show({ message: words.removed, color: "pine" });
      await settled();
    },
  });
  const isOn = found.data?.isOn ?? false;
  if (found.isError) return <Panel title={words.title} lead={words.lead}><Failed failure={found.error} retry={() => void found.refetch()} /></Panel>;
  return (
    <Panel title={words.title} lead={words.lead}>
      <Stack gap="sm">
        {make.data && <CopyField label={words.address} value={make.data.address} description={words.once} />}
        {!make.data && found.data && <Text size="sm">{isOn ? words.on(agoText(found.data.createdAt)) : words.off}</Text>}
        <FailureNote failure={asking === null ? make.error : null} />
        <Group gap="xs">
          <Button variant={isOn ? "default" : "filled"} leftSection={<Icon name="link" />} loading={make.isPending} disabled={found.data === undefined} onClick={() => (isOn ? setAsking("again") : make.mutate())}>
            {isOn ? words.again : words.make}
          </Button>
          {isOn && <Button variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setAsking("remove")}>{words.remove}</Button>}
        </Group>
      </Stack>
      <Confirm
        opened={asking !== null}
        title={asking === "again" ? words.againTitle : words.removeTitle}
        action={asking === "again" ? words.again : words.remove}
        running={make.isPending || remove.isPending}
        failure={asking === "again" ? make.error : remove.error}
        onConfirm={() => (asking === "again" ? make.mutate() : remove.mutate())}
        onClose={() => setAsking(null)}
      >
        {asking === "again" ? words.againText : words.removeText}
      </Confirm>
    </Panel>
  );
}
