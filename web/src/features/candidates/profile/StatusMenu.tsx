import { Button, Group, Menu, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

import type { Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { type Stage, STAGES, stageWords } from "../stages";
import { useMove } from "../useMove";
import { profileMessages as words } from "./messages";

/** Moves a candidate to another stage, with the reason. */
export function StatusMenu({ candidate }: { candidate: Schemas["CandidateDetail"] }) {
  const [to, setTo] = useState<Stage | null>(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="chevronDown" size={16} />}>{words.moveTo}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STAGES.filter((stage) => stage !== candidate.status).map((stage) => (
            <Menu.Item key={stage} onClick={() => setTo(stage)}>{stageWords(stage)}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {to && <Ask candidate={candidate} to={to} onClose={() => setTo(null)} />}
    </>
  );
}

function Ask({ candidate, to, onClose }: { candidate: Schemas["CandidateDetail"]; to: Stage; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const move = useMove();
  return (
    <Modal opened onClose={onClose} title={words.moveTitle(stageWords(to))} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          move.mutate({ candidate, to, reason: reason.trim() || null }, { onSuccess: onClose });
        }}
      >
        <Stack>
          <FailureNote failure={move.error} />
          <TextInput label={words.reason} description={words.reasonHint} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
          <Group justify="flex-end"><Button type="submit" loading={move.isPending}>{words.move}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}
