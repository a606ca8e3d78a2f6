import { Modal } from "@mantine/core";
import { useState } from "react";

import { api, type Schemas } from "@/api";

import { messages } from "./messages";
import { Secret } from "./Secret";
import { WebhookForm } from "./WebhookForm";

type Made = Schemas["WebhookWithSecret"];

/** Adds a webhook, then shows its secret, which is not shown again: a click beside the window does not close it. */
export function AddWebhook({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    onClose();
    setMade(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={made ? messages.secret.title : messages.add}
      closeOnClickOutside={made === null}
      closeOnEscape={made === null}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {made ? (
        <Secret secret={made.secret} onDone={close} />
      ) : (
        <WebhookForm
          initial={{ url: "", description: "", events: [] }}
          action={messages.form.add}
          save={(fields) => api.post("/api/webhooks", fields)}
          onSaved={setMade}
        />
      )}
    </Modal>
  );
}
