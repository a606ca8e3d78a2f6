import { Button, Center, Loader, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon";
import classes from "./States.module.css";

/** A page's first moment. The wheel comes late, so that a fast answer shows none. */
export function Loading({ label = "Loading" }: { label?: string }) {
  return (
    <Center className={classes.late} mih="40vh" role="status">
      <Loader size="sm" type="dots" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </Center>
  );
}

interface MessageProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** `1` where the message is the whole page. */
  order?: 1 | 2;
}

/** Says in the middle what is, and what to do about it: nothing here, nothing found, failed, offline. */
export function Message({ icon, title, children, action, order = 2 }: MessageProps) {
  return (
    <Stack align="center" gap="sm" py={56} px="md" ta="center">
      <span className={classes.disc}>
        <Icon name={icon} size={24} />
      </span>
      <Title order={order} size="h2">{title}</Title>
      {children !== undefined && <Text c="dimmed" maw={460} component="div">{children}</Text>}
      {action}
    </Stack>
  );
}

/** A failure in the place of what could not be shown. */
export function Failed({ failure, retry }: { failure: Error; retry?: () => void }) {
  const isOffline = failure.name === "Unreachable";
  return (
    <div role="alert">
      <Message
        icon={isOffline ? "offline" : "alert"}
        title={isOffline ? "We cannot reach the server" : "This could not be loaded"}
        action={retry && <Button variant="default" onClick={retry}>Try again</Button>}
      >
        {isOffline ? "Check your connection. Nothing that you saved is lost." : failure.message}
      </Message>
    </div>
  );
}
