import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys } from "@/api";

import { messages } from "./messages";

interface Props {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A candidate of the organisation, found by the beginning of a name. */
export function CandidateChoice({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.split(" · ")[0]?.trim() ?? "", 250);
  const found = useQuery({
    queryKey: [...keys.candidates, "choice", search],
    queryFn: ({ signal }) => api.get("/api/admin/candidates", { query: { search, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, name, email }) => ({ value: String(id), label: email ? `${name} · ${email}` : name }));
  return (
    <Select
      label={label}
      placeholder={messages.members.chooseHint}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ "aria-label": messages.clear }}
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has already looked; its answer is not sifted again.
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? " " : messages.members.nobody}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: "auto" } }}
    />
  );
}
