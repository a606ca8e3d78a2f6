import { Button, Group, SegmentedControl, Stack, Text, Title, useMantineColorScheme } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";

import { api } from "@/api";
import { dropPersonSocket } from "@/realtime/presence";
import { useCaller } from "@/ui/Caller";
import { Confirm } from "@/ui/Confirm";
import { Facts } from "@/ui/Facts";
import { PageHeader } from "@/ui/PageHeader";

import { ChangePassword } from "./ChangePassword";
import { messages } from "./messages";
import { Profile } from "./Profile";

const words = messages.account;

/** One's own account: who one is here, the password, every login, the appearance. */
export default function Account() {
  const caller = useCaller();
  return (
    <Stack maw={620} gap="md">
      <PageHeader title={words.title} />
      <Section title={words.facts.title}>
        <Facts
          facts={[
            [words.facts.email, caller.email],
            [words.facts.role, messages.roles[caller.role] ?? caller.role],
            [words.facts.organisation, caller.organisation],
          ]}
        />
        <div style={{ marginTop: "1.5rem" }}><Profile /></div>
      </Section>
      <Section title={words.theme.title} lead={words.theme.lead}><Appearance /></Section>
      <Section title={words.password.title} lead={words.password.lead}><ChangePassword email={caller.email} /></Section>
      <Section title={words.everywhere.title} lead={words.everywhere.lead}><Everywhere /></Section>
    </Stack>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="surface" style={{ padding: "1.4rem 1.5rem" }}>
      <Title order={2} size="h3">{title}</Title>
      {lead !== undefined && <Text size="sm" c="dimmed">{lead}</Text>}
      <div style={{ marginTop: "1rem" }}>{children}</div>
    </section>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={words.theme.title}
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      data={[
        { value: "light", label: words.theme.light },
        { value: "dark", label: words.theme.dark },
        { value: "auto", label: words.theme.auto },
      ]}
    />
  );
}

function Everywhere() {
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const end = useMutation({
    mutationFn: () => api.post("/api/auth/logout-everywhere", null, { once: false }),
    onSuccess: async () => {
      dropPersonSocket();
      await navigate("/login", { replace: true });
      queries.clear();
    },
  });
  return (
    <Group>
      <Button variant="default" onClick={() => setAsks(true)}>{words.everywhere.action}</Button>
      <Confirm
        opened={asks}
        title={words.everywhere.title}
        action={words.everywhere.action}
        running={end.isPending}
        failure={end.error}
        onConfirm={() => end.mutate()}
        onClose={() => setAsks(false)}
      >
        {words.everywhere.confirm}
      </Confirm>
    </Group>
  );
}
