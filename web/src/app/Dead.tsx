import { Button, Container, Group } from "@mantine/core";
import { useEffect } from "react";
import { Link, useRouteError } from "react-router";

import { Logo } from "@/ui/Logo";
import { Message } from "@/ui/States";

import { messages } from "./messages";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Container component="main" size="sm" pt="10vh">
      <title>{messages.notFound.title}</title>
      <Group justify="center"><Logo /></Group>
      <Message
        order={1}
        icon="search"
        title={messages.notFound.title}
        action={<Button component={Link} to="/">{messages.notFound.action}</Button>}
      >
        {messages.notFound.text}
      </Message>
    </Container>
  );
}

const RELOADED = "talentflow reloaded";

/** A page's code is gone when the server was upgraded while the page stayed open: one reload brings the new one. */
function isOutdated(failure: unknown): boolean {
  return failure instanceof TypeError && /dynamically imported module|module script/i.test(failure.message);
}

/** Something in the page itself failed. */
export function Broken() {
  const failure = useRouteError();
  const reloads = isOutdated(failure) && sessionStorage.getItem(RELOADED) === null;
  useEffect(() => {
    if (!reloads) return;
    sessionStorage.setItem(RELOADED, "yes");
    window.location.reload();
  }, [reloads]);
  if (reloads) return null;
  return (
    <Container component="main" size="sm">
      <title>{messages.broken.title}</title>
      <Message
        order={1}
        icon={navigator.onLine ? "alert" : "offline"}
        title={navigator.onLine ? messages.broken.title : messages.offline.title}
        action={<Button onClick={() => window.location.reload()}>{messages.broken.action}</Button>}
      >
        {navigator.onLine ? messages.broken.text : messages.offline.text}
      </Message>
    </Container>
  );
}
