import { SegmentedControl, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";

import type { Draft } from "./draft";
import { messages } from "./messages";

const words = messages.form;

/** Who is interviewed: somebody the organisation knows, or somebody new. */
export function CandidateField({ form }: { form: UseFormReturnType<Draft> }) {
  const mayAdd = useMay("candidates:write");
  return (
    <Stack gap="sm">
      {mayAdd && (
        <SegmentedControl
          {...form.getInputProps("who")}
          aria-label={words.who}
          data={[
            { value: "known", label: words.existing },
            { value: "new", label: words.fresh },
          ]}
          w="fit-content"
        />
      )}
      {form.values.who === "known" ? (
        <Known form={form} />
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...form.getInputProps("name")} label={words.name} autoComplete="off" />
          <TextInput {...form.getInputProps("email")} label={words.email} type="email" autoComplete="off" />
        </SimpleGrid>
      )}
    </Stack>
  );
}

function optionOf(candidate: Schemas["CandidateDetail"]) {
  return { value: String(candidate.id), label: candidate.email ? `${candidate.name} · ${candidate.email}` : candidate.name };
}

function Known({ form }: { form: UseFormReturnType<Draft> }) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.split(" · ")[0]?.trim() ?? "", 250);
  const found = useQuery({
    queryKey: [...keys.candidates, "choice", search],
    queryFn: ({ signal }) => api.get("/api/admin/candidates", { query: { search, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = useChosen(form.values.candidateId);
  const options = (found.data?.items ?? []).map(optionOf);
  const missing = chosen && !options.some((option) => option.value === chosen.value);
  return (
    <Select
      {...form.getInputProps("candidateId")}
      label={words.candidate}
      placeholder={words.candidateHint}
      data={missing ? [chosen, ...options] : options}
      searchable
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has already looked; its answer is not sifted again.
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? " " : words.nobody}
      withScrollArea={false}
      styles={{ options: { maxHeight: 280, overflowY: "auto" } }}
      maw={460}
    />
  );
}

/** The one chosen before, such as by the link on a candidate's page, is shown by name at once. */
function useChosen(candidateId: string | null) {
  const id = Number(candidateId);
  const found = useQuery({
    queryKey: keys.candidate(id),
    queryFn: ({ signal }) => api.get("/api/admin/candidates/{candidate_id}", { path: { candidate_id: id }, signal }),
    enabled: candidateId !== null && Number.isInteger(id),
  });
  return found.data ? optionOf(found.data) : null;
}
