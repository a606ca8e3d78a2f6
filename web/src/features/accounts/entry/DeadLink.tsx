import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { Message } from "@/ui/States";

import classes from "../LogIn.module.css";
import { messages } from "./messages";

/** A link that was used, has run out or was replaced. */
export function DeadLink({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <main className={classes.page}>
      <title>{`${messages.dead.title} · TalentFlow Interview`}</title>
      <Message
        order={1}
        icon="link"
        title={messages.dead.title}
        action={action ?? <Button component={Link} to="/login" variant="default">{messages.dead.joined}</Button>}
      >
        {text}
      </Message>
    </main>
  );
}
