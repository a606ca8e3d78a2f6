import { ActionIcon, Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { Icon } from "@/ui/Icon";

import { profileMessages as words } from "./messages";

type Candidate = Schemas["CandidateDetail"];
type Verb = "archive" | "restore" | "invite";

function useVerb(candidate: Candidate, verb: Verb, told: string) {
  const queries = useQueryClient();
  const options = { path: { candidate_id: candidate.id } };
  return useMutation({
    mutationFn: () => {
      if (verb === "archive") return api.post("/api/admin/candidates/{candidate_id}/archive", null, options);
      if (verb === "restore") return api.post("/api/admin/candidates/{candidate_id}/restore", null, options);
      return api.post("/api/admin/candidates/{candidate_id}/invite", null, options);
    },
    onSuccess: () => {
      notifications.show({ message: told, color: "pine" });
      void queries.invalidateQueries({ queryKey: keys.candidates });
    },
    onError: (failure) => notifications.show({ message: failure.message, color: "red" }),
  });
}

/** Inviting a candidate to an account, and putting them away. */
export function Manage({ candidate }: { candidate: Candidate }) {
  const [asks, setAsks] = useState(false);
  const archive = useVerb(candidate, "archive", words.archived(candidate.name));
  const invite = useVerb(candidate, "invite", words.invited(candidate.name));
  return (
    <>
      <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={words.manage}><Icon name="dots" /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {candidate.email && (
            <Menu.Item leftSection={<Icon name="mail" size={16} />} onClick={() => invite.mutate()}>
              {candidate.hasAccount ? words.inviteAgain : words.invite}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="trash" size={16} />} onClick={() => setAsks(true)}>{words.archive}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asks}
        title={words.archiveTitle}
        action={words.archive}
        running={archive.isPending}
        failure={archive.error}
        onConfirm={() => archive.mutate(undefined, { onSuccess: () => setAsks(false) })}
        onClose={() => setAsks(false)}
      >
        {words.archiveText}
      </Confirm>
    </>
  );
}

/** Takes an archived candidate back. */
export function Restore({ candidate }: { candidate: Candidate }) {
  const restore = useVerb(candidate, "restore", words.restored(candidate.name));
  return <Button loading={restore.isPending} onClick={() => restore.mutate()}>{words.restore}</Button>;
}
