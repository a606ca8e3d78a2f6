import { Select, type SelectProps } from "@mantine/core";

const MOST_SHOWN = 60;

function zones(chosen: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set(["UTC", chosen, ...known])].filter(Boolean);
}

/** The zone this browser is in. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Chooses a time zone by any part of its name; of the many that fit the first are shown. */
export function ZoneField(props: Omit<SelectProps, "data" | "searchable" | "limit"> & { value?: string | null }) {
  return (
    <Select
      {...props}
      data={zones(props.value ?? "")}
      searchable
      limit={MOST_SHOWN}
      allowDeselect={false}
      nothingFoundMessage="No such time zone"
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase().replaceAll(" ", "_");
        return options.filter((option) => "value" in option && option.value.toLowerCase().includes(wanted));
      }}
    />
  );
}
