import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { messages } from "./messages";

type Message = Schemas["MessageDetail"];
const words = messages.one;
// Sending these again can tell somebody twice.
const ASKED_FIRST: Record<string, string> = { sent: words.resendSent, unconfirmed: words.resendUnconfirmed };

function useChange(message: Message, verb: "resend" | "withdraw", told: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/api/notifications/messages/{message_id}/${verb}`, null, { path: { message_id: message.id } }),
    onSuccess: async (changed) => {
      onDone();
      queries.setQueryData(keys.message(message.id), changed);
      notifications.show({ message: told, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.messages });
    },
  });
}

/** What can be done about a message in its state. */
export function Actions({ message }: { message: Message }) {
  return (
    <>
      {message.isWithdrawable && <Withdraw message={message} />}
      {message.isResendable && <Resend message={message} />}
    </>
  );
}

function Resend({ message }: { message: Message }) {
  const [asks, setAsks] = useState(false);
  const resend = useChange(message, "resend", words.resent, () => setAsks(false));
  const question = ASKED_FIRST[message.status];
  return (
    <>
      <div>
        <Button leftSection={<Icon name="repeat" />} loading={resend.isPending} onClick={() => (question ? setAsks(true) : resend.mutate())}>{words.resend}</Button>
        {!question && <FailureNote failure={resend.error} />}
      </div>
      <Confirm opened={asks} title={words.resendTitle} action={words.resend} running={resend.isPending} failure={resend.error} onConfirm={() => resend.mutate()} onClose={() => setAsks(false)}>
        {question}
      </Confirm>
    </>
  );
}

function Withdraw({ message }: { message: Message }) {
  const [asks, setAsks] = useState(false);
  const withdraw = useChange(message, "withdraw", words.withdrawn, () => setAsks(false));
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>{words.withdraw}</Button>
      <Confirm opened={asks} title={words.withdrawTitle} action={words.withdraw} running={withdraw.isPending} failure={withdraw.error} onConfirm={() => withdraw.mutate()} onClose={() => setAsks(false)}>
        {words.withdrawText}
      </Confirm>
    </>
  );
}
