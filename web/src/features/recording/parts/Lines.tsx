import type { ReactNode } from "react";

import { Icon } from "@/ui/Icon";

import classes from "./Lines.module.css";

/** What was saved, line by line. */
export function Lines({ children }: { children: ReactNode }) {
  return <div className={`surface ${classes.lines ?? ""}`} aria-live="polite">{children}</div>;
}

export function Line({ title, text, isTrue }: { title: string; text: string; isTrue: boolean }) {
  return (
    <div className={classes.line} data-true={isTrue}>
      <span className={isTrue ? classes.tick : classes.open}>{isTrue && <Icon name="check" size={14} />}</span>
      <span className={classes.title}>{title}</span>
      <span className={classes.text}>{text}</span>
    </div>
  );
}
