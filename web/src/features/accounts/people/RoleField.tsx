import { NativeSelect, type NativeSelectProps } from "@mantine/core";

import { messages as all } from "../messages";
import { messages } from "./messages";

/** Chooses a role and says what it allows. */
export function RoleField({ value, ...props }: Omit<NativeSelectProps, "data"> & { value: string }) {
  return (
    <NativeSelect
      {...props}
      value={value}
      label={messages.role}
      description={all.roleHints[value]}
      data={Object.entries(all.roles).map(([role, label]) => ({ value: role, label }))}
    />
  );
}
