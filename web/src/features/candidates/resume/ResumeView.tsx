import { Alert, Button, FileButton, Group, Progress, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Schemas } from "@/api";
import { upload } from "@/api/upload";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { agoText } from "@/ui/time";

import { resumeMessages as words } from "./messages";
import classes from "./Resume.module.css";

type Resume = Schemas["OwnResume"];

// Whoever has only a keyboard scrolls what they have focused.
const SCROLLED = { tabIndex: 0 };
const TAKEN = ".pdf,.docx,.txt,application/pdf,text/plain";

interface UploadProps {
  address: string;
  hasOne: boolean;
  stale: readonly (readonly unknown[])[];
}

/** Sends a new version, with its progress. */
export function UploadResume({ address, hasOne, stale }: UploadProps) {
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const sent = useMutation({
    mutationFn: (file: File) => upload(address, file, { method: "PUT", onProgress: setShare }),
    onSuccess: () => {
      notifications.show({ message: words.sent, color: "pine" });
      for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
    },
  });
  const percent = Math.round(share * 100);
  return (
    <>
      <FileButton
        accept={TAKEN}
        onChange={(file) => {
          setShare(0);
          if (file) sent.mutate(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={sent.isPending} leftSection={<Icon name="arrowUp" size={16} />}>
            {hasOne ? words.replace : words.upload}
          </Button>
        )}
      </FileButton>
      {sent.isPending && (
        <div role="status" className={classes.sending}>
          <Text size="sm">{words.sending(percent)}</Text>
          <Progress value={percent} animated aria-label={words.sending(percent)} />
        </div>
      )}
      {sent.error && <div className={classes.sending}><FailureNote failure={sent.error} /></div>}
    </>
  );
}

/** A resume: what it is, what is wrong with it, its text. */
export function ResumeView({ resume, fileAddress }: { resume: Resume; fileAddress: string }) {
  const isReading = resume.textStatus === "pending" || resume.textStatus === "processing";
  const told = [words.version(resume.version, agoText(resume.createdAt)), resume.pageCount === null ? "" : words.pages(resume.pageCount)];
  const isThere = resume.scanStatus !== "waiting" && resume.scanStatus !== "infected";
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text fw={560} truncate>{resume.filename}</Text>
          <Text size="sm" c="dimmed">{told.filter(Boolean).join(" · ")}</Text>
        </div>
        {isThere && <Button component="a" href={fileAddress} download variant="default" size="xs" flex="0 0 auto" leftSection={<Icon name="arrowDown" size={16} />}>{words.download}</Button>}
      </Group>
      {resume.scanStatus === "waiting" && <Alert mt="sm" color="yellow" variant="light" icon={<Icon name="shield" />}>{words.waiting}</Alert>}
      {resume.hasHiddenText && <Alert mt="sm" color="yellow" variant="light" icon={<Icon name="alert" />}>{words.hidden}</Alert>}
      {resume.textProblem && <Alert mt="sm" color="red" variant="light" icon={<Icon name="alert" />}>{words.problems[resume.textProblem] ?? resume.textProblem}</Alert>}
      {isReading && <Text mt="sm" size="sm" c="dimmed" role="status">{words.reading}</Text>}
      {resume.textStatus === "completed" && !resume.text && <Text mt="sm" size="sm" c="dimmed">{words.noText}</Text>}
      {resume.text && <div className={classes.text} role="region" aria-label={words.text} {...SCROLLED}>{resume.text}</div>}
      {resume.isCut && <Text size="sm" c="dimmed" mt={4}>{words.cut}</Text>}
    </>
  );
}

/** How soon to look again while a resume is being read. */
export function refreshOf(resume: Resume | undefined | null): number | false {
  if (resume?.textStatus === "pending" || resume?.textStatus === "processing") return resume.scanStatus === "waiting" ? 15_000 : 1000;
  return false;
}
