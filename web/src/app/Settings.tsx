import { Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { Navigate, NavLink, Outlet, useLocation } from "react-router";

import { useCaller } from "@/ui/Caller";
import { Message } from "@/ui/States";

import { messages } from "./messages";
import { SETTINGS, type SettingsPlace } from "./settingsPlaces";
import classes from "./Settings.module.css";

function useSettings(): readonly SettingsPlace[] {
  const { scopes } = useCaller();
  return SETTINGS.filter((place) => scopes.includes(place.scope));
}

/** The frame of every settings page: which there are, above the one that is open. */
export default function Settings() {
  const tabs = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tabs are wider than the screen; the open one is brought into it.
  useEffect(() => {
    tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);
  return (
    <>
      <Text size="sm" c="dimmed" fw={560}>{messages.settings.title}</Text>
      <nav ref={tabs} aria-label={messages.settings.title} className={classes.tabs}>
        {useSettings().map((place) => (
          <NavLink key={place.to} to={place.to} className={classes.tab ?? ""}>{place.words}</NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  );
}

/** Leads to the first page that the person may change. */
export function SettingsStart() {
  const first = useSettings()[0];
  if (first) return <Navigate to={first.to} replace />;
  return <Message order={1} icon="settings" title={messages.settings.none}>{messages.settings.noneText}</Message>;
}
