import { Anchor, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { Logo } from "@/ui/Logo";

import classes from "../LogIn.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** What else there is, below the card. */
  foot?: ReactNode;
}

/** A page of one card, for people who are not signed in. */
export function EntryPage({ title, lead, children, foot }: Props) {
  return (
    <div className={classes.page}>
      <title>{`${title} · TalentFlow Interview`}</title>
      <main className={classes.card}>
        <Logo size={34} />
        <Title order={1} mt={28}>{title}</Title>
        {lead !== undefined && <Text c="dimmed" mb="lg" component="div">{lead}</Text>}
        {children}
      </main>
      {foot !== undefined && <Text size="sm" c="dimmed" ta="center" maw={380} component="div">{foot}</Text>}
    </div>
  );
}

/** Another of these pages, in a line of words. */
export function Way({ to, children }: { to: string; children: ReactNode }) {
  return <Anchor component={Link} to={to} size="sm">{children}</Anchor>;
}
