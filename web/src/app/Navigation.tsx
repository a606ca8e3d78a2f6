import { Menu, Text, UnstyledButton } from "@mantine/core";
import { NavLink, useLocation } from "react-router";

import { useCaller } from "@/ui/Caller";
import { Icon, type IconName } from "@/ui/Icon";
import { Logo } from "@/ui/Logo";

import { AccountMenu } from "./AccountMenu";
import { messages } from "./messages";
import classes from "./Navigation.module.css";
import { SETTINGS } from "./settingsPlaces";

interface Place {
  to: string;
  icon: IconName;
  words: string;
  /** One of these is enough. */
  scopes: readonly string[];
}

const PLACES: readonly Place[] = [
  { to: "/interviews", icon: "screen", words: messages.nav.interviews, scopes: ["interviews:read"] },
  { to: "/calendar", icon: "calendar", words: messages.nav.calendar, scopes: ["interviews:read"] },
  { to: "/candidates", icon: "person", words: messages.nav.candidates, scopes: ["candidates:read"] },
  { to: "/lots", icon: "list", words: messages.nav.lots, scopes: ["candidates:read"] },
  { to: "/messages", icon: "mail", words: messages.nav.messages, scopes: ["messages:read"] },
  { to: "/people", icon: "people", words: messages.nav.people, scopes: ["users:write"] },
  { to: "/settings", icon: "settings", words: messages.nav.settings, scopes: SETTINGS.map((place) => place.scope) },
];
// A candidate has one place, whatever the organisation's people have.
const OWN: Place = { to: "/me", icon: "person", words: messages.nav.own, scopes: [] };
// A thumb finds no more than five places at the foot of a phone; those beyond stand behind the last.
const MOST_AT_FOOT = 5;

function placeClass(also: string | false | undefined): string {
  return [classes.place, also].filter(Boolean).join(" ");
}

/** The way around: at the side of a desk's screen, at the foot of a phone's. */
export function Navigation() {
  const caller = useCaller();
  const places = caller.role === "candidate" ? [OWN] : PLACES.filter((place) => place.scopes.some((scope) => caller.scopes.includes(scope)));
  const atFoot = places.length > MOST_AT_FOOT ? MOST_AT_FOOT - 1 : places.length;
  return (
    <div className={classes.side}>
      <div className={classes.head}>
        <Logo />
        <Text size="xs" c="dimmed" mt={10} truncate>{caller.organisation}</Text>
      </div>
      <nav aria-label={messages.nav.label} className={classes.places}>
        {places.map((place, index) => (
          <NavLink key={place.to} to={place.to} className={placeClass(index >= atFoot && classes.beyond)}>
            <Icon name={place.icon} size={20} />
            <span>{place.words}</span>
          </NavLink>
        ))}
        {places.length > atFoot && <More places={places.slice(atFoot)} />}
      </nav>
      <div className={classes.foot}>
        <AccountMenu withName />
      </div>
    </div>
  );
}

/** On a phone alone: the places that do not fit beside the others. */
function More({ places }: { places: readonly Place[] }) {
  const { pathname } = useLocation();
  const isHere = places.some((place) => pathname.startsWith(place.to));
  return (
    <Menu position="top-end" width={220} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={placeClass(classes.more)} data-here={isHere || undefined}>
          <Icon name="dots" size={20} />
          <span>{messages.nav.more}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map((place) => (
          <Menu.Item key={place.to} component={NavLink} to={place.to} leftSection={<Icon name={place.icon} />}>
            {place.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
