import { Button, Group, Text } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";

import { Icon, type IconName } from "@/ui/Icon";

import { playTones } from "../devices/level";
import { measureReach, type Reach } from "../devices/reach";
import { messages } from "../messages";
import classes from "./Checks.module.css";
import type { ReactNode } from "react";

const words = messages.devices;

/** One thing to check: its name, how it stands, and what to do. */
export function Check({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <section className={`surface ${classes.check ?? ""}`}>
      <span className={classes.icon}><Icon name={icon} /></span>
      <div>
        <Text component="h2" className={classes.title}>{title}</Text>
        {children}
      </div>
    </section>
  );
}

export function Speaker() {
  const [isPlayed, setIsPlayed] = useState(false);
  const play = (): void => void playTones().then(() => setIsPlayed(true));
  return (
    <Check icon="play" title={words.speaker}>
      <Button size="xs" variant="default" onClick={play}>{words.playTones}</Button>
      {isPlayed && <Text size="sm" mt="xs" role="status">{words.played}</Text>}
    </Check>
  );
}

export interface Measured {
  found: Reach | null;
  again: () => void;
}

/** How quickly the server answers, measured when the step begins. */
export function useReach(): Measured {
  const [found, setFound] = useState<Reach | null>(null);
  const again = useCallback(() => {
    setFound(null);
    void measureReach().then(setFound);
  }, []);
  useEffect(() => {
    void measureReach().then(setFound);
  }, []);
  return { found, again };
}

export function Network({ reach: { found, again } }: { reach: Measured }) {
  return (
    <Check icon={found?.kind === "none" ? "offline" : "repeat"} title={words.network}>
      <Group gap="sm" wrap="nowrap" align="start">
        <Text size="sm" role="status">{reachWords(found)}</Text>
      </Group>
      {found !== null && found.kind !== "good" && (
        <Button size="xs" variant="default" mt="xs" onClick={again}>{words.again}</Button>
      )}
    </Check>
  );
}

function reachWords(found: Reach | null): string {
  if (found === null) return words.measuring;
  return found.kind === "none" ? words.reach.none : words.reach[found.kind](found.ms);
}
