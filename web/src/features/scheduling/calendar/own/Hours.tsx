import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { Failed, Loading } from "@/ui/States";
import { ZoneField } from "@/ui/ZoneField";

import { DaysOff } from "./DaysOff";
import { messages } from "./messages";
import { Panel } from "./Panel";
import { faultOf, type HoursDetail, rulesOf, weekOf } from "./week";
import { WeekFields } from "./WeekFields";

const words = messages.hours;

/** When a person works: a week on the clock of their zone, and days off. */
export function Hours() {
  const found = useQuery({ queryKey: keys.workingHours, queryFn: ({ signal }) => api.get("/api/calendar/working-hours", { signal }) });
  return (
    <Panel title={words.title} lead={words.lead}>
      {found.isPending && <Loading />}
      {found.isError && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && <Form key={found.dataUpdatedAt} stated={found.data} />}
    </Panel>
  );
}

function Form({ stated }: { stated: HoursDetail }) {
  const queries = useQueryClient();
  const [zone, setZone] = useState(stated.timezone);
  const [week, setWeek] = useState(() => weekOf(stated.rules));
  const isOff = (one: HoursDetail["exceptions"][number]) => one.stretches?.length === 0;
  const others = stated.exceptions.filter((one) => !isOff(one));
  const [daysOff, setDaysOff] = useState(() => stated.exceptions.filter(isOff).map((one) => one.day));
  const save = useMutation({
    mutationFn: () => {
      const off = daysOff.filter((day) => !others.some((other) => other.day === day)).map((day) => ({ day, stretches: [] }));
      return api.put("/api/calendar/working-hours", { timezone: zone, rules: rulesOf(week), exceptions: [...others, ...off] });
    },
    onSuccess: (kept) => {
      notifications.show({ message: words.saved, color: "pine" });
      queries.setQueryData(keys.workingHours, kept);
    },
  });
  const isFit = week.flat().every((stretch) => faultOf(stretch) === null);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) save.mutate();
      }}
    >
      <Stack gap="md">
        {!stated.isStated && <Text size="sm">{words.usual}</Text>}
        <ZoneField label={words.zone} value={zone} onChange={(value) => setZone(value ?? zone)} error={fieldErrors(save.error)["timezone"]} maw={340} />
        <WeekFields week={week} onChange={setWeek} />
        <DaysOff days={daysOff} onChange={setDaysOff} />
        {others.length > 0 && <Text size="sm" c="dimmed">{words.kept(others.length)}</Text>}
        <FailureNote failure={save.error} />
        <Group><Button type="submit" loading={save.isPending} disabled={!isFit}>{words.save}</Button></Group>
      </Stack>
    </form>
  );
}
