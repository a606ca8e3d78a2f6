import { Button, Group, Pill, Text, Title } from "@mantine/core";
import { useState } from "react";

import type { Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { Facts } from "@/ui/Facts";
import { momentText } from "@/ui/time";

import { messages } from "../messages";
import classes from "../CandidatePage.module.css";
import { EditProfile } from "./EditProfile";
import { profileMessages as words } from "./messages";

/** What is told of a candidate. */
export function ProfilePanel({ candidate }: { candidate: Schemas["CandidateDetail"] }) {
  const [edits, setEdits] = useState(false);
  const mayEdit = useMay("candidates:write") && candidate.archivedAt === null;
  const { profile } = candidate;
  const outcome = candidate.interviewFinalStatus;
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="profile">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="profile">{words.profile}</Title>
        {mayEdit && <Button variant="default" size="xs" onClick={() => setEdits(true)}>{words.edit}</Button>}
      </Group>
      {profile.headline && <Text mb="sm" fw={540}>{profile.headline}</Text>}
      <Facts
        facts={[
          [words.email, candidate.email ?? messages.noEmail],
          [words.phone, profile.phone ?? words.nothing],
          [words.location, profile.location ?? words.nothing],
          [words.timezone, profile.timezone ?? words.nothing],
          [words.experience, profile.experienceYears ?? words.nothing],
          [words.source, profile.source ?? words.nothing],
          [messages.facts.outcome, outcome ? (messages.finalStatus[outcome] ?? outcome) : messages.nothingYet],
          [words.score, candidate.overallScore === null ? words.nothing : candidate.overallScore.toFixed(1)],
          [messages.facts.added, momentText(candidate.createdAt)],
          [messages.facts.id, candidate.id],
        ]}
      />
      <Labels name={words.skills} labels={profile.skills} />
      <Labels name={words.tags} labels={profile.tags} />
      {profile.summary && <Text mt="md" className={classes.summary}>{profile.summary}</Text>}
      {edits && <EditProfile candidate={candidate} onClose={() => setEdits(false)} />}
    </section>
  );
}

function Labels({ name, labels }: { name: string; labels: readonly string[] }) {
  if (labels.length === 0) return null;
  return (
    <div className={classes.labels}>
      <Text size="sm" c="dimmed" component="span">{name}</Text>
      <ul aria-label={name}>
        {labels.map((label) => <li key={label}><Pill>{label}</Pill></li>)}
      </ul>
    </div>
  );
}
