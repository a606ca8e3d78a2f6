import { Button, FileButton, Group, Modal, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { transferMessages as words } from "./messages";
import { Outcome } from "./Outcome";
import { type Import, useImport } from "./useImport";

/** A file is looked at first; only then, and only when it is confirmed, are candidates added. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const { send, isSending, share, state, running, failure, reset } = useImport();
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    reset();
    setFile(chosen);
    send({ file: chosen, isDryRun: true });
  };
  const isBusy = isSending || running !== undefined;
  const count = state?.isDryRun ? state.created + state.updated : 0;
  const isDone = state?.status === "completed" && !state.isDryRun;
  return (
    <Modal opened onClose={onClose} size="lg" title={words.title} closeButtonProps={{ "aria-label": words.close }}>
      <Stack>
        {file === null && <Text c="dimmed" size="sm">{words.lead}</Text>}
        {file !== null && <Text fw={560} style={{ overflowWrap: "anywhere" }}>{file.name}</Text>}
        <FailureNote failure={failure} />
        {isBusy && <Running share={share} isSending={isSending} running={running} />}
        {state && <Outcome told={state} />}
        {state?.isDryRun && state.status === "completed" && count === 0 && <Text size="sm">{words.nothing}</Text>}
        <Group justify="flex-end">
          {!isDone && (
            <FileButton accept=".csv,text/csv" onChange={choose}>
              {(props) => (
                <Button {...props} variant={file === null ? "filled" : "default"} disabled={isBusy} leftSection={<Icon name="arrowUp" size={16} />}>
                  {file === null ? words.choose : words.another}
                </Button>
              )}
            </FileButton>
          )}
          {file && count > 0 && <Button disabled={isBusy} onClick={() => send({ file, isDryRun: false })}>{words.start(count)}</Button>}
          {isDone && <Button onClick={onClose}>{words.close}</Button>}
        </Group>
      </Stack>
    </Modal>
  );
}

function Running({ share, isSending, running }: { share: number; isSending: boolean; running: Import | undefined }) {
  const total = running?.totalRows ?? 0;
  const done = running?.doneRows ?? 0;
  const percent = isSending ? Math.round(share * 100) : total ? Math.round((done / total) * 100) : 0;
  const told = isSending ? words.sending(percent) : running?.isDryRun ? words.checking : words.importing;
  return (
    <div role="status">
      <Text size="sm" mb={4}>{told} {total > 0 && !isSending ? words.rows(done, total) : ""}</Text>
      <Progress value={percent} animated aria-label={told} />
    </div>
  );
}
