import { Text } from "@mantine/core";
import { NavLink } from "react-router";

import { useCaller } from "@/ui/Caller";
import { Icon, type IconName } from "@/ui/Icon";
import { Logo } from "@/ui/Logo";

import { AccountMenu } from "./AccountMenu";
import { messages } from "./messages";
import classes from "./Navigation.module.css";

interface Place {
  to: string;
  icon: IconName;
  words: string;
  scope: string;
}

const PLACES: readonly Place[] = [
  { to: "/interviews", icon: "calendar", words: messages.nav.interviews, scope: "interviews:read" },
  { to: "/candidates", icon: "person", words: messages.nav.candidates, scope: "candidates:read" },
  { to: "/people", icon: "people", words: messages.nav.people, scope: "users:write" },
  { to: "/keys", icon: "key", words: messages.nav.keys, scope: "api_keys:write" },
];

/** The way around: at the side of a desk's screen, at the foot of a phone's. */
export function Navigation() {
  const caller = useCaller();
  const places = PLACES.filter((place) => caller.scopes.includes(place.scope));
  return (
    <div className={classes.side}>
      <div className={classes.head}>
        <Logo />
        <Text size="xs" c="dimmed" mt={10} truncate>{caller.organisation}</Text>
      </div>
      <nav aria-label={messages.nav.label} className={classes.places}>
        {places.map((place) => (
          <NavLink key={place.to} to={place.to} className={classes.place ?? ""}>
            <Icon name={place.icon} size={20} />
            <span>{place.words}</span>
          </NavLink>
        ))}
      </nav>
      <div className={classes.foot}>
        <AccountMenu withName />
      </div>
    </div>
  );
}

/** A phone's head: the product and the person. */
export function TopBar() {
  return (
    <div className={classes.top}>
      <Logo size={26} />
      <AccountMenu />
    </div>
  );
}
