import { NavLink } from "react-router";

import classes from "./lots/Tabs.module.css";
import { messages } from "./messages";

/** Between the list of candidates and the board. */
export function Views() {
  return (
    <nav className={classes.tabs} aria-label={messages.views.label}>
      <NavLink to="/candidates" end className={classes.tab ?? ""}>{messages.views.list}</NavLink>
      <NavLink to="/candidates/board" className={classes.tab ?? ""}>{messages.views.board}</NavLink>
    </nav>
  );
}
