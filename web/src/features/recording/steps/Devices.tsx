import { Alert, Button, Group, NativeSelect, Text } from "@mantine/core";
import { useEffect, useState } from "react";

import { Icon } from "@/ui/Icon";

import type { Mode } from "../conduct/calls";
import type { Equipment } from "../conduct/studio";
import { browserFamily } from "../devices/browser";
import { remedyFor } from "../devices/remedies";
import type { DeviceError } from "../devices/devices";
import { useDevices, type Devices as Opened } from "../devices/useDevices";
import { messages } from "../messages";
import { Frame } from "../parts/Frame";
import { LevelMeter } from "../parts/LevelMeter";
import { Network, Speaker, useReach } from "../parts/Checks";
import { Picture } from "../parts/Picture";
import { ScreenShare } from "../parts/ScreenShare";
import classes from "./Devices.module.css";

const words = messages.devices;

interface DevicesProps {
  /** Whether the candidate agreed to be recorded; if not there is nothing to switch on. */
  mayRecord: boolean;
  wantsScreen: boolean;
  before: Equipment;
  onNext: (equipment: Equipment) => void;
  onBack: () => void;
}

/** Camera, microphone, speaker and connection, tried before anything counts; each trouble with its way out. */
export function Devices({ mayRecord, wantsScreen, before, onNext, onBack }: DevicesProps) {
  const [mode, setMode] = useState<Mode>(mayRecord ? before.mode : "text");
  const [screen, setScreen] = useState(before.screen);
  const devices = useDevices(mayRecord ? before.stream : null);
  const reach = useReach();
  const take = (next: Mode): void => {
    setMode(next);
    if (next === "text") devices.close();
    else void devices.open({ mode: next });
  };
  useOpenIfAllowed(mayRecord && devices.stream === null && mode !== "text", () => take(mode));
  const goBack = (): void => {
    devices.close();
    onBack();
  };
  const isReady = mode === "text" || devices.stream !== null;
  const go = (): void => {
    const network = reach.found === null ? null : reach.found.kind === "none" ? "none" : `${reach.found.kind}, ${reach.found.ms} ms`;
    onNext({ mode, stream: mode === "text" ? null : devices.stream, screen, network, speaks: true });
  };
  return (
    <Frame step="devices" title={mode === "text" ? words.textTitle : words.title} intro={mode === "text" ? words.textNote : words.intro} isWide>
      <div className={classes.layout}>
        {mode !== "text" && <Sight devices={devices} mode={mode} onTake={take} />}
        <div className={classes.checks}>
          <Speaker />
          <Network reach={reach} />
          {wantsScreen && mode !== "text" && <ScreenShare screen={screen} onChoose={setScreen} />}
        </div>
      </div>
      <Group mt="xl">
        <Button size="md" disabled={!isReady} onClick={go} rightSection={<Icon name="arrowRight" />}>{messages.next}</Button>
        <Button size="md" variant="subtle" onClick={goBack}>{messages.back}</Button>
      </Group>
      {mayRecord && <OtherWays mode={mode} onTake={take} />}
    </Frame>
  );
}

function OtherWays({ mode, onTake }: { mode: Mode; onTake: (mode: Mode) => void }) {
  return (
    <Group gap="xs" mt="lg">
      {mode !== "video" && <Button variant="default" onClick={() => onTake("video")}>{words.withCamera}</Button>}
      {mode !== "audio" && <Button variant="default" onClick={() => onTake("audio")}>{words.audioOnly}</Button>}
      {mode !== "text" && <Button variant="default" onClick={() => onTake("text")}>{words.textOnly}</Button>}
    </Group>
  );
}

interface SightProps {
  devices: Opened;
  mode: Exclude<Mode, "text">;
  onTake: (mode: Mode) => void;
}

function Sight({ devices, mode, onTake }: SightProps) {
  const [isHeard, setIsHeard] = useState(false);
  const { stream, trouble, isAsking } = devices;
  return (
    <section className={classes.sight} aria-label={words.picture}>
      <Picture stream={stream} label={words.picture} />
      {trouble !== null && <Trouble trouble={trouble} onAgain={() => onTake(mode)} />}
      {stream === null && trouble === null && (
        <div className={classes.ask}>
          <Button loading={isAsking} onClick={() => onTake(mode)}>{words.switchOn}</Button>
          <Text size="sm" c="dimmed" mt="xs">{words.switchOnHint}</Text>
        </div>
      )}
      {stream !== null && (
        <>
          <LevelMeter stream={stream} onHeard={() => setIsHeard(true)} />
          <Text size="sm" role="status">{isHeard ? words.heard : words.speak}</Text>
          {!isHeard && <Quiet />}
          <Choices devices={devices} mode={mode} />
        </>
      )}
    </section>
  );
}

/** Only after a while: nobody speaks in the first second. */
function Quiet() {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), 8000);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <Text size="sm" c="var(--mantine-color-error)" role="status">{words.quiet}</Text> : null;
}

function Choices({ devices, mode }: { devices: Opened; mode: Exclude<Mode, "text"> }) {
  const { cameras, microphones, cameraId, microphoneId, open } = devices;
  const options = (all: { id: string; label: string }[]) => all.map(({ id, label }) => ({ value: id, label }));
  return (
    <div className={classes.choices}>
      <NativeSelect
        label={words.microphone}
        data={options(microphones)}
        value={microphoneId ?? ""}
        onChange={(event) => void open({ mode, cameraId, microphoneId: event.currentTarget.value })}
      />
      {mode === "video" && (
        <NativeSelect
          label={words.camera}
          data={options(cameras)}
          value={cameraId ?? ""}
          onChange={(event) => void open({ mode, microphoneId, cameraId: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function Trouble({ trouble, onAgain }: { trouble: DeviceError; onAgain: () => void }) {
  return (
    <Alert color="red" variant="light" role="alert" icon={<Icon name="alert" />} title={messages.trouble[trouble.trouble]}>
      <Text size="sm">{remedyFor(trouble.trouble, browserFamily())}</Text>
      <Button size="xs" variant="default" mt="sm" onClick={onAgain}>{words.again}</Button>
    </Alert>
  );
}

/** Who has allowed this page before is not asked to press a button first. */
function useOpenIfAllowed(isWanted: boolean, open: () => void): void {
  useEffect(() => {
    if (!isWanted) return;
    const name = "microphone" as PermissionName;
    navigator.permissions.query({ name }).then(
      ({ state }) => state === "granted" && open(),
      () => undefined,
    );
    // Asked once, when the step begins.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
