import { Badge, Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { useCaller } from "@/ui/Caller";
import { Confirm } from "@/ui/Confirm";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { agoText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { AddPerson } from "./AddPerson";
import { messages } from "./messages";

type User = Schemas["UserDetail"];
const words = messages.people;

/** The organisation's people: who is there, who may come in. */
export default function People() {
  const [adds, setAdds] = useState(false);
  const people = usePages(keys.users, (cursor, signal) => api.get("/api/users", { query: { cursor, limit: 50 }, signal }));
  return (
    <>
      <PageHeader
        title={words.title}
        actions={<Button leftSection={<Icon name="add" />} onClick={() => setAdds(true)}>{words.add}</Button>}
      >
        {words.lead}
      </PageHeader>
      <div className="surface">
        <Rows label={words.title} pages={people} keyOf={(user) => user.id} rowHeight={69} empty={<Message icon="people" title={words.empty} />}>
          {(user) => <Person user={user} />}
        </Rows>
      </div>
      <AddPerson opened={adds} onClose={() => setAdds(false)} />
    </>
  );
}

function Person({ user }: { user: User }) {
  const isSelf = useCaller().id === user.id;
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Text component="span" fw={560} truncate>{user.name}</Text>
        <Text component="span" size="sm" c="dimmed" truncate>{user.email}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">{agoText(user.createdAt)}</Text>
      {isSelf && <Badge variant="light" tt="none">{words.you}</Badge>}
      <Badge variant="default" tt="none" className={row.word ?? ""}>{messages.roles[user.role] ?? user.role}</Badge>
      <div className={row.action}>{!isSelf && <Access user={user} />}</div>
    </div>
  );
}

/** Shuts somebody out, after asking, or lets them in again. */
function Access({ user }: { user: User }) {
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: keys.users });
  const path = { user_id: user.id };
  const disable = useMutation({
    mutationFn: () => api.post("/api/users/{user_id}/disable", null, { path }),
    onSuccess: async () => {
      setAsks(false);
      await refresh();
    },
  });
  const enable = useMutation({
    mutationFn: () => api.post("/api/users/{user_id}/enable", null, { path }),
    onSuccess: async () => {
      notifications.show({ message: words.enabled(user.name), color: "pine" });
      await refresh();
    },
    onError: (failure) => notifications.show({ message: failure.message, color: "red" }),
  });
  if (!user.isActive) {
    return (
      <Button size="xs" variant="light" loading={enable.isPending} aria-label={`${words.enable}: ${user.name}`} onClick={() => enable.mutate()}>
        {words.enable}
      </Button>
    );
  }
  return (
    <>
      <Button size="xs" variant="default" aria-label={`${words.disable}: ${user.name}`} onClick={() => setAsks(true)}>{words.disable}</Button>
      <Confirm
        opened={asks}
        title={words.disableTitle(user.name)}
        action={words.disable}
        running={disable.isPending}
        failure={disable.error}
        onConfirm={() => disable.mutate()}
        onClose={() => setAsks(false)}
      >
        {words.disableText}
      </Confirm>
    </>
  );
}
