import { Group, Text } from "@mantine/core";

/** The product's sign and name. */
export function Logo({ size = 28, withName = true }: { size?: number; withName?: boolean }) {
  return (
    <Group gap={10} wrap="nowrap">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
        <rect width="32" height="32" rx="9" fill="#0c6b5e" />
        <path d="M9 10.5h14M16 10.5V23" stroke="#fff" strokeWidth="3" strokeLinecap="round" fill="none" />
        <circle cx="23.5" cy="21.5" r="3" fill="#ff8a6b" />
      </svg>
      {withName && (
        <Text component="span" fw={640} size="md" lh={1} style={{ whiteSpace: "nowrap" }}>
          TalentFlow <Text component="span" inherit c="dimmed" fw={480}>Interview</Text>
        </Text>
      )}
    </Group>
  );
}
