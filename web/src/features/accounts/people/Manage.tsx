import { ActionIcon, Menu, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { Icon } from "@/ui/Icon";

import { ChangeRole } from "./ChangeRole";
import { InvitationLink } from "./InvitationLink";
import { messages } from "./messages";

type User = Schemas["UserDetail"];

/** What can be done with one person: role, invitation, shutting out and letting in again. */
export function Manage({ user, isSelf }: { user: User; isSelf: boolean }) {
  const [opened, setOpened] = useState<"role" | "disable" | null>(null);
  const { again, disable, enable } = useVerbs(user, () => setOpened(null));
  return (
    <>
      <Menu position="bottom-end" width={200} shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={messages.manage(user.name)}><Icon name="dots" /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="person" />} onClick={() => setOpened("role")}>{messages.changeRole}</Menu.Item>
          {user.state === "invited" && (
            <Menu.Item leftSection={<Icon name="link" />} onClick={() => again.mutate()}>{messages.again}</Menu.Item>
          )}
          {!isSelf && user.isActive && (
            <Menu.Item leftSection={<Icon name="door" />} color="red" onClick={() => setOpened("disable")}>{messages.disable}</Menu.Item>
          )}
          {!user.isActive && (
            <Menu.Item leftSection={<Icon name="check" />} onClick={() => enable.mutate()}>{messages.enable}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ChangeRole user={user} opened={opened === "role"} onClose={() => setOpened(null)} />
      <Confirm
        opened={opened === "disable"}
        title={messages.disableTitle(user.name)}
        action={messages.disable}
        running={disable.isPending}
        failure={disable.error}
        onConfirm={() => disable.mutate()}
        onClose={() => setOpened(null)}
      >
        {messages.disableText}
      </Confirm>
      <Modal
        opened={again.data !== undefined}
        onClose={again.reset}
        title={messages.invitedTitle(user.name)}
        closeOnClickOutside={false}
        closeOnEscape={false}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        {again.data && <InvitationLink made={again.data} onDone={again.reset} />}
      </Modal>
    </>
  );
}

function useVerbs(user: User, onDisabled: () => void) {
  const queries = useQueryClient();
  const path = { user_id: user.id };
  const refresh = () => queries.invalidateQueries({ queryKey: keys.users });
  const tell = (failure: Error) => notifications.show({ message: failure.message, color: "red" });
  return {
    again: useMutation({ mutationFn: () => api.post("/api/users/{user_id}/invite", null, { path }), onError: tell }),
    disable: useMutation({
      mutationFn: () => api.post("/api/users/{user_id}/disable", null, { path }),
      onSuccess: async () => {
        onDisabled();
        notifications.show({ message: messages.disabled(user.name), color: "pine" });
        await refresh();
      },
    }),
    enable: useMutation({
      mutationFn: () => api.post("/api/users/{user_id}/enable", null, { path }),
      onSuccess: async () => {
        notifications.show({ message: messages.enabled(user.name), color: "pine" });
        await refresh();
      },
      onError: tell,
    }),
  };
}
