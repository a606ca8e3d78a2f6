import { Alert, Anchor, Checkbox, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { Icon } from "@/ui/Icon";

import type { Draft } from "../draft";
import { conflictMessages as words } from "./messages";
import { momentOf } from "./zoned";

export type Conflict = Schemas["ConflictDetail"];

interface Asked {
  candidateId: string | null;
  panel: readonly string[] | null;
  scheduledAt: string | null;
  durationMinutes: number;
  bufferMinutes: number;
  interviewId?: string | null;
}

/** Who is not free at a time, asked again whenever the time or the people change; empty until it is known. */
export function useConflicts(asked: Asked): { conflicts: Conflict[]; isChecked: boolean } {
  const [settled] = useDebouncedValue(JSON.stringify(asked), 300);
  const { candidateId, panel, scheduledAt, durationMinutes, bufferMinutes, interviewId } = JSON.parse(settled) as Asked;
  const hasPeople = candidateId !== null || Boolean(panel?.length) || Boolean(interviewId);
  const isAskable = scheduledAt !== null && hasPeople && durationMinutes >= 5 && durationMinutes <= 480;
  const found = useQuery({
    queryKey: [...keys.interviews, "conflicts", settled],
    queryFn: ({ signal }) =>
      api.post(
        "/api/interviews/conflicts",
        {
          candidateId: candidateId === null ? null : Number(candidateId),
          interviewId: interviewId ?? null,
          ...(panel === null ? {} : { interviewerIds: [...panel] }),
          scheduledAt,
          durationMinutes,
          bufferMinutes,
        },
        { signal },
      ),
    enabled: isAskable,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 5_000,
  });
  const isChecked = isAskable && found.isSuccess && !found.isPlaceholderData;
  return { conflicts: isAskable ? (found.data?.conflicts ?? []) : [], isChecked };
}

export function askedOf(draft: Draft, interviewId: string | null): Asked {
  return {
    candidateId: draft.who === "known" ? draft.candidateId : null,
    panel: draft.panel,
    scheduledAt: momentOf(draft.scheduledAt, draft.timezone),
    durationMinutes: Number(draft.durationMinutes) || 0,
    bufferMinutes: Number(draft.bufferMinutes) || 0,
    interviewId,
  };
}

interface Props {
  conflicts: readonly Conflict[];
  isChecked: boolean;
  zone: string;
  forces: boolean;
  isMissing: boolean;
  onForce: (forces: boolean) => void;
}

/** Says before anything is saved who is busy and when, and lets it be booked knowingly. */
export function ConflictNote({ conflicts, isChecked, zone, forces, isMissing, onForce }: Props) {
  if (conflicts.length === 0) {
    return <Text role="status" size="sm" c="dimmed">{isChecked ? words.free : ""}</Text>;
  }
  return (
    <Alert role="status" color="orange" variant="light" icon={<Icon name="clock" />} title={words.title} styles={{ title: { color: "var(--mantine-color-text)" } }}>
      <Stack gap="xs">
        <ul style={{ margin: 0, paddingLeft: "1.1rem" }}>
          {conflicts.map((one) => (
            <li key={`${one.person}${one.startsAt ?? ""}`}>
              {words.line(one.name, clock(one.startsAt, zone), clock(one.endsAt, zone))}
              {" · "}
              {one.interviewId === null ? words.elsewhere : <Anchor component={Link} to={`/interviews/${one.interviewId}/setup`} target="_blank" underline="always">{words.other}</Anchor>}
            </li>
          ))}
        </ul>
        <Checkbox
          checked={forces}
          label={words.force}
          error={isMissing && !forces ? words.forceMissing : null}
          onChange={(event) => onForce(event.currentTarget.checked)}
        />
      </Stack>
    </Alert>
  );
}

function clock(moment: string | null, zone: string): string {
  return moment === null ? "" : new Intl.DateTimeFormat(undefined, { timeZone: zone, weekday: "short", hour: "numeric", minute: "2-digit" }).format(new Date(moment));
}
