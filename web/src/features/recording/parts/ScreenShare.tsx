import { Button, Text } from "@mantine/core";
import { useState } from "react";

import { shareScreen, switchOff } from "../devices/devices";
import { messages } from "../messages";
import { Check } from "./Checks";

const words = messages.devices;

/** The candidate chooses a screen, from a click as browsers demand, or none. */
export function ScreenShare({ screen, onChoose }: { screen: MediaStream | null; onChoose: (s: MediaStream | null) => void }) {
  const [isRefused, setIsRefused] = useState(false);
  const share = async (): Promise<void> => {
    const chosen = await shareScreen();
    if (chosen !== null) switchOff(screen);
    setIsRefused(chosen === null && screen === null);
    onChoose(chosen ?? screen);
  };
  return (
    <Check icon="screen" title={words.screen}>
      <Button size="xs" variant="default" onClick={() => void share()}>{words.share}</Button>
      {screen !== null && <Text size="sm" mt="xs" role="status">{words.shared}</Text>}
      {isRefused && <Text size="sm" mt="xs" role="status">{words.notShared}</Text>}
    </Check>
  );
}
