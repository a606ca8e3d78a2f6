import { Button, Container } from "@mantine/core";

import { Message } from "@/ui/States";

import { messages } from "../messages";

const words = messages.elsewhere;

/** The room is open in another tab: explain, and offer to bring it here. */
export function Elsewhere({ isLost, onTake }: { isLost: boolean; onTake: () => void }) {
  const title = isLost ? words.lostTitle : words.title;
  return (
    <Container component="main" size="sm" py="10vh">
      <title>{messages.documentTitle(title)}</title>
      <Message
        order={1}
        icon="copy"
        title={title}
        action={<Button mt="sm" variant={isLost ? "default" : "filled"} onClick={onTake}>{words.take}</Button>}
      >
        {isLost ? words.lostText : words.text}
      </Message>
    </Container>
  );
}
