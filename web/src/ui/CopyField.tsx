import { Button, Group, TextInput, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";

import { Icon } from "./Icon";

interface Props {
  label: string;
  value: string;
  description?: string;
}

/** Something to take along, with a button that copies it and says so. */
export function CopyField({ label, value, description }: Props) {
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={label}
          description={description}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          style={{ flex: "1 1 15rem", minWidth: 0 }}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "0.8125rem" } }}
        />
        <Button
          miw={104}
          variant={clipboard.copied ? "light" : "filled"}
          leftSection={<Icon name={clipboard.copied ? "check" : "copy"} size={16} />}
          onClick={() => clipboard.copy(value)}
        >
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
      </Group>
      <VisuallyHidden role="status">{clipboard.copied ? `${label}: copied` : ""}</VisuallyHidden>
    </div>
  );
}
