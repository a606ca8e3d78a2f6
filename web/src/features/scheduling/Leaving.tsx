import { useEffect } from "react";
import { useBlocker } from "react-router";

import { Confirm } from "@/ui/Confirm";

import { messages } from "./messages";

/** Asks before what was written here is left behind, by a link or by closing the page. */
export function Leaving({ when }: { when: boolean }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!when) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [when]);
  return (
    <Confirm
      opened={blocker.state === "blocked"}
      title={messages.form.leaveTitle}
      action={messages.form.leave}
      running={false}
      failure={null}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {messages.form.leaveText}
    </Confirm>
  );
}
