import { Button, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { criteriaOf, type Draft, isWhole } from "./criteria";
import classes from "./LotPage.module.css";
import { messages } from "./messages";

const words = messages.matches;
const TYPING_MS = 350;

interface Props {
  lot: Schemas["LotDetail"];
  draft: Draft;
  isKept: boolean;
  mayTake: boolean;
}

/** How many the criteria match while they are written, the first of them, and the button that takes all. */
export function Matches({ lot, draft, isKept, mayTake }: Props) {
  const [criteria] = useDebouncedValue(criteriaOf(draft), TYPING_MS);
  const found = useQuery({
    queryKey: [...keys.lot(lot.id), "matches", criteria],
    queryFn: ({ signal }) =>
      api.post("/api/admin/lots/{lot_id}/matches", { criteria }, { path: { lot_id: lot.id }, query: { limit: 5 }, signal, once: false }),
    placeholderData: keepPreviousData,
    enabled: isWhole(draft),
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="matches">
      <Title order={2} size="h3" id="matches">{words.title}</Title>
      <Text role="status" size="xl" fw={600} mt={4} className="numbers">
        {found.data ? words.count(found.data.count, found.data.isCountBounded) : words.counting}
      </Text>
      {!isKept && <Text size="sm" c="dimmed">{words.unsaved}</Text>}
      <FailureNote failure={found.error} />
      {found.data && <First items={found.data.items} />}
      {found.data && mayTake && <Take lot={lot} count={found.data.count} isKept={isKept} />}
    </section>
  );
}

function First({ items }: { items: Schemas["MatchDetail"][] }) {
  if (items.length === 0) return <Text size="sm" c="dimmed" mt="xs">{words.none}</Text>;
  return (
    <ul className={classes.list} aria-label={words.first}>
      {items.map((one) => (
        <li key={one.candidateId} className={classes.line}>
          <span className={classes.name}><Link to={`/candidates/${String(one.candidateId)}`}>{one.candidateName}</Link></span>
          <Text component="span" size="sm" c="dimmed" truncate>
            {[messages.criteria.stages[one.status], one.experienceYears !== null && words.years(one.experienceYears)].filter(Boolean).join(" · ")}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function Take({ lot, count, isKept }: { lot: Schemas["LotDetail"]; count: number; isKept: boolean }) {
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => api.post("/api/admin/lots/{lot_id}/select", null, { path: { lot_id: lot.id } }),
    onSuccess: async ({ added }) => {
      await queries.invalidateQueries({ queryKey: keys.lots });
      notifications.show({ message: words.taken(added), color: "pine" });
    },
  });
  const left = lot.placesLeft;
  if (left === 0) return <Text size="sm" mt="sm">{words.full}</Text>;
  if (left !== null && count > left) return <Text size="sm" mt="sm">{words.tooMany(left)}</Text>;
  if (count === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      <FailureNote failure={take.error} />
      <Button disabled={!isKept} loading={take.isPending} onClick={() => take.mutate()}>{words.take(count)}</Button>
    </Stack>
  );
}
