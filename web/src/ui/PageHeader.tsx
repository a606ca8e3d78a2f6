import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
}

/** The head of a page: its name, a line about it, and what can be done. */
export function PageHeader({ title, children, actions, above }: Props) {
  return (
    <Box component="header" mb="lg">
      <title>{`${title} · TalentFlow Interview`}</title>
      {above}
      <Group justify="space-between" align="flex-end" gap="md">
        <div>
          <Title order={1}>{title}</Title>
          {children !== undefined && <Text c="dimmed" mt={4} component="div">{children}</Text>}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
    </Box>
  );
}
