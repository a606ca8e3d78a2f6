import { TagsInput, type TagsInputProps } from "@mantine/core";
import { useState } from "react";

import { useLabels } from "../useLabels";

/** Skills or tags, with what the organisation already uses offered while typing. */
export function LabelsInput({ kind, ...props }: Omit<TagsInputProps, "data"> & { kind: "skills" | "tags" }) {
  const [typed, setTyped] = useState("");
  const known = useLabels(kind, typed);
  return (
    <TagsInput
      {...props}
      data={known}
      searchValue={typed}
      onSearchChange={setTyped}
      splitChars={[",", ";"]}
      maxTags={100}
      maxLength={50}
      acceptValueOnBlur
    />
  );
}
