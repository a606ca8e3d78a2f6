import classes from "./Webhooks.module.css";

/** A message or an answer as it was written; the keyboard can scroll it. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    // A region that scrolls has to be reachable without a mouse.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.code} role="region" aria-label={label} tabIndex={0}>{children}</pre>
  );
}
