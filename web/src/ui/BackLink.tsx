import type { ReactNode } from "react";
import { Link } from "react-router";

import classes from "./BackLink.module.css";
import { Icon } from "./Icon";

/** The way back to the list that a page belongs to. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes.back}>
      <Icon name="arrowLeft" size={15} />
      {children}
    </Link>
  );
}
