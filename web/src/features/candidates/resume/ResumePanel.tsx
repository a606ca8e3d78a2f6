import { Button, Group, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { Failed } from "@/ui/States";

import classes from "../CandidatePage.module.css";
import { resumeMessages as words } from "./messages";
import own from "./Resume.module.css";
import { refreshOf, ResumeView, UploadResume } from "./ResumeView";

type Candidate = Schemas["CandidateDetail"];

/** A candidate's resume for the organisation's people. */
export function ResumePanel({ candidate }: { candidate: Candidate }) {
  const mayWrite = useMay("candidates:write") && candidate.archivedAt === null;
  const key = [...keys.candidate(candidate.id), "resume"];
  const path = { candidate_id: candidate.id };
  const has = candidate.profile.resume !== null;
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get("/api/admin/candidates/{candidate_id}/resume", { path, signal }),
    enabled: has,
    refetchInterval: (asked) => refreshOf(asked.state.data),
  });
  const address = `/api/admin/candidates/${String(candidate.id)}/resume`;
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="resume">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="resume">{words.title}</Title>
        {mayWrite && <UploadResume address={address} hasOne={has} stale={[keys.candidates]} />}
      </Group>
      {!has && <Text c="dimmed">{words.none}</Text>}
      {found.error && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {has && found.data && (
        <>
          <ResumeView resume={found.data} fileAddress={`${address}/file`} />
          {mayWrite && <Suggested candidate={candidate} skills={found.data.suggestedSkills} />}
        </>
      )}
    </section>
  );
}

/** Known skills that stand in the text and not yet in the profile. */
function Suggested({ candidate, skills }: { candidate: Candidate; skills: readonly string[] }) {
  const queries = useQueryClient();
  const known = new Set(candidate.profile.skills.map((skill) => skill.toLowerCase()));
  const fresh = skills.filter((skill) => !known.has(skill.toLowerCase()));
  const add = useMutation({
    mutationFn: (skill: string) =>
      api.patch("/api/admin/candidates/{candidate_id}", { skills: [...candidate.profile.skills, skill] }, { path: { candidate_id: candidate.id } }),
    onSuccess: (_, skill) => {
      notifications.show({ message: words.added(skill), color: "pine" });
      void queries.invalidateQueries({ queryKey: keys.candidates });
    },
    onError: (failure) => notifications.show({ message: failure.message, color: "red" }),
  });
  if (fresh.length === 0) return null;
  return (
    <>
      <Text size="sm" c="dimmed" mt="md">{words.suggested}</Text>
      <ul className={own.skills} aria-label={words.suggested}>
        {fresh.map((skill) => (
          <li key={skill}>
            <Button size="compact-sm" variant="default" leftSection={<Icon name="add" size={14} />} aria-label={words.add(skill)} disabled={add.isPending} onClick={() => add.mutate(skill)}>
              {skill}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
