import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import { NewSecret } from "./Secret";
import type { useWebhookVerbs } from "./useWebhook";
import { WebhookForm } from "./WebhookForm";

interface Props {
  webhook: Schemas["WebhookDetail"];
  verbs: ReturnType<typeof useWebhookVerbs>;
}

/** Test, switch, change, new secret, delete. */
export function Manage({ webhook, verbs }: Props) {
  const [opened, setOpened] = useState<"edit" | "rotate" | "remove" | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Button variant="default" loading={verbs.turn.isPending} onClick={() => verbs.turn.mutate(!webhook.isActive)}>
        {webhook.isActive ? messages.switchOff : messages.switchOn}
      </Button>
      <Button loading={verbs.test.isPending} leftSection={<Icon name="arrowUp" size={16} />} onClick={() => verbs.test.mutate()}>
        {messages.test}
      </Button>
      <Menu position="bottom-end" width={200} shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={messages.manage}><Icon name="dots" /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="settings" />} onClick={() => setOpened("edit")}>{messages.form.edit}</Menu.Item>
          <Menu.Item leftSection={<Icon name="repeat" />} onClick={() => setOpened("rotate")}>{messages.rotate}</Menu.Item>
          <Menu.Item leftSection={<Icon name="trash" />} color="red" onClick={() => setOpened("remove")}>{messages.remove}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Edit webhook={webhook} opened={opened === "edit"} onClose={close} />
      <Confirm
        opened={opened === "rotate"}
        title={messages.rotateTitle}
        action={messages.rotate}
        running={verbs.rotate.isPending}
        failure={verbs.rotate.error}
        onConfirm={() => verbs.rotate.mutate(undefined, { onSuccess: close })}
        onClose={close}
      >
        {messages.rotateText}
      </Confirm>
      <NewSecret secret={verbs.rotate.data?.secret} onDone={verbs.rotate.reset} />
      <Remove webhook={webhook} verbs={verbs} opened={opened === "remove"} onClose={close} />
    </>
  );
}

interface Dialog {
  opened: boolean;
  onClose: () => void;
}

function Edit({ webhook, opened, onClose }: Dialog & { webhook: Props["webhook"] }) {
  const { url, description, events } = webhook;
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={messages.form.edit} closeButtonProps={{ "aria-label": "Close" }}>
      <WebhookForm
        initial={{ url, description, events }}
        action={messages.form.save}
        save={(fields) => api.patch("/api/webhooks/{webhook_id}", fields, { path: { webhook_id: webhook.id } })}
        onSaved={onClose}
      />
    </Modal>
  );
}

function Remove({ webhook, verbs, opened, onClose }: Dialog & Props) {
  const go = useNavigate();
  const queries = useQueryClient();
  const leave = async () => {
    await go("/settings/webhooks");
    notifications.show({ message: messages.removed, color: "pine" });
    queries.removeQueries({ queryKey: keys.webhook(webhook.id) });
    await queries.invalidateQueries({ queryKey: keys.webhooks });
  };
  return (
    <Confirm
      opened={opened}
      title={messages.removeTitle}
      action={messages.remove}
      running={verbs.remove.isPending}
      failure={verbs.remove.error}
      onConfirm={() => verbs.remove.mutate(undefined, { onSuccess: () => void leave() })}
      onClose={onClose}
    >
      {messages.removeText}
    </Confirm>
  );
}
