import { Stack, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { FailureNote } from "@/ui/FailureNote";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading } from "@/ui/States";

import { messages } from "./messages";
import classes from "./Messages.module.css";

type Channel = "email" | "sms";
const words = messages.quiet;
const CHANNELS: readonly { channel: Channel; label: string; hint: string }[] = [
  { channel: "email", label: words.email, hint: words.emailHint },
  { channel: "sms", label: words.sms, hint: words.smsHint },
];

/** How one wants to hear of interviews. */
export default function QuietChannels() {
  const found = useQuery({ queryKey: keys.quietChannels, queryFn: ({ signal }) => api.get("/api/notifications/preferences", { signal }) });
  return (
    <Stack maw={620} gap="md">
      <PageHeader title={words.title} above={<BackLink to="/account">{words.back}</BackLink>}>{words.lead}</PageHeader>
      {found.isPending && <Loading />}
      {found.error && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && <Switches quiet={found.data.quietChannels} />}
    </Stack>
  );
}

function Switches({ quiet }: { quiet: readonly Channel[] }) {
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (quietChannels: Channel[]) => api.put("/api/notifications/preferences", { quietChannels }),
    onSuccess: (saved) => {
      queries.setQueryData(keys.quietChannels, saved);
      notifications.show({ message: words.saved, color: "pine" });
    },
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Stack>
        <FailureNote failure={save.error} />
        {CHANNELS.map(({ channel, label, hint }) => (
          <Switch
            key={channel}
            label={label}
            description={hint}
            checked={!quiet.includes(channel)}
            disabled={save.isPending}
            onChange={(event) => save.mutate(event.currentTarget.checked ? quiet.filter((one) => one !== channel) : [...quiet, channel])}
          />
        ))}
      </Stack>
    </section>
  );
}
