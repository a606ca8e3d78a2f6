import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { Link, useNavigate } from "react-router";

import { api } from "@/api";
import { dropPersonSocket } from "@/realtime/presence";
import { useCaller } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";

import classes from "./AccountMenu.module.css";
import { messages } from "./messages";
import { queries } from "./queries";

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("").toUpperCase();
}

/** Ends the login here at once; a server that cannot be reached ends it when the tokens run out. */
function useSignOut() {
  const navigate = useNavigate();
  return async () => {
    await api.post("/api/auth/logout", {}, { once: false, renew: false }).catch(() => undefined);
    dropPersonSocket();
    await navigate("/login", { replace: true });
    queries.clear();
  };
}

/** Who is signed in, and what is about them. */
export function AccountMenu({ withName = false }: { withName?: boolean }) {
  const caller = useCaller();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <Menu position={withName ? "top-start" : "bottom-end"} width={220} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <Avatar size={32} color="pine" variant="light" radius="xl" aria-hidden>{initials(caller.name)}</Avatar>
          <VisuallyHidden>{messages.accountOf(withName ? "" : caller.name)}</VisuallyHidden>
          {withName && (
            <span className={classes.words}>
              <Text size="sm" fw={560} truncate>{caller.name}</Text>
              <Text size="xs" c="dimmed" truncate>{caller.email}</Text>
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<Icon name="settings" />}>{messages.nav.account}</Menu.Item>
        <Menu.Item component={Link} to="/account/messages" leftSection={<Icon name="mail" />}>{messages.nav.quiet}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{messages.theme.label}</Menu.Label>
        <Menu.Item leftSection={<Icon name="sun" />} onClick={() => setColorScheme("light")}>{messages.theme.light}</Menu.Item>
        <Menu.Item leftSection={<Icon name="moon" />} onClick={() => setColorScheme("dark")}>{messages.theme.dark}</Menu.Item>
        <Menu.Item leftSection={<Icon name="screen" />} onClick={() => setColorScheme("auto")}>{messages.theme.auto}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="door" />} onClick={() => void signOut()}>{messages.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
