import { Button, Group, Modal, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { messages as all } from "../messages";
import { messages } from "./messages";
import { RoleField } from "./RoleField";

interface Props {
  user: Schemas["UserDetail"];
  opened: boolean;
  onClose: () => void;
}

/** Gives somebody another role; it holds from their next click. */
export function ChangeRole({ user, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={messages.changeRoleTitle(user.name)} closeButtonProps={{ "aria-label": "Close" }}>
      <Form user={user} onDone={onClose} />
    </Modal>
  );
}

function Form({ user, onDone }: { user: Props["user"]; onDone: () => void }) {
  const [role, setRole] = useState(user.role);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => api.patch("/api/users/{user_id}", { role }, { path: { user_id: user.id } }),
    onSuccess: async (changed) => {
      onDone();
      notifications.show({ message: messages.changed(changed.name, (all.roles[changed.role] ?? "").toLowerCase()), color: "pine" });
      await Promise.all([keys.users, keys.me].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <Stack>
      <FailureNote failure={change.error} />
      <RoleField value={role} onChange={(event) => setRole(event.currentTarget.value)} data-autofocus />
      <Group justify="flex-end">
        <Button loading={change.isPending} disabled={role === user.role} onClick={() => change.mutate()}>{messages.save}</Button>
      </Group>
    </Stack>
  );
}
