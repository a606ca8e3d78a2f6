import { NavLink } from "react-router";

import { messages } from "./messages";
import classes from "./Tabs.module.css";

const PLACES = [
  ["/lots", messages.tabs.lots],
  ["/positions", messages.tabs.positions],
] as const;

/** Between lots and the positions they are for. */
export function Tabs() {
  return (
    <nav className={classes.tabs} aria-label={messages.tabs.label}>
      {PLACES.map(([to, words]) => (
        <NavLink key={to} to={to} className={classes.tab ?? ""}>{words}</NavLink>
      ))}
    </nav>
  );
}
