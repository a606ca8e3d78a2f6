import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys } from "@/api";

import { messages } from "./messages";

const words = messages.form;

/** Chooses a candidate by the beginning of a name or an address. */
export function CandidateChoice(props: Omit<SelectProps, "data">) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.split(" · ")[0]?.trim() ?? "", 250);
  const found = useQuery({
    queryKey: [...keys.candidates, "choice", search],
    queryFn: ({ signal }) => api.get("/api/admin/candidates", { query: { search, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((candidate) => ({
    value: String(candidate.id),
    label: candidate.email ? `${candidate.name} · ${candidate.email}` : candidate.name,
  }));
  return (
    <Select
      {...props}
      label={words.candidate}
      placeholder={words.candidateHint}
      data={options}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has already looked; its answer is not sifted again.
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? " " : words.nobody}
    />
  );
}
