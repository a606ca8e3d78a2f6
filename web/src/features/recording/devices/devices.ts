import { pictureSize, type RecordingConfig } from "@/recorder";

import type { Mode } from "../conduct/calls";

/** The cause why a camera or microphone cannot be used, as one word; the browser's own word is kept beside it. */
export type DeviceTrouble = "denied" | "missing" | "busy" | "unfit" | "insecure" | "unknown";

export class DeviceError extends Error {
  readonly trouble: DeviceTrouble;

  constructor(trouble: DeviceTrouble, words: string) {
    super(words);
    this.name = "DeviceError";
    this.trouble = trouble;
  }
}

const CAUSES: Readonly<Record<string, DeviceTrouble>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
  OverconstrainedError: "unfit",
};

export interface Wish {
  mode: Exclude<Mode, "text">;
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
}

const HD: RecordingConfig = { format: "webm", quality: "HD", audio: true, video: true };

/** Switch on what is wished for; rejects with `DeviceError`. A camera that is too small for the wish is taken as it is. */
export async function switchOn({ mode, cameraId, microphoneId }: Wish): Promise<MediaStream> {
  const media = devicesOf();
  const audio = microphoneId === undefined ? true : { deviceId: { exact: microphoneId } };
  const which = cameraId === undefined ? {} : { deviceId: { exact: cameraId } };
  const video = mode === "video" ? { ...pictureSize(HD), ...which } : false;
  try {
    return await media.getUserMedia({ audio, video });
  } catch (failure) {
    throw troubleOf(failure);
  }
}

/** Let the candidate choose a screen; must be called from a click. Null where they choose none. */
export async function shareScreen(): Promise<MediaStream | null> {
  try {
    return await devicesOf().getDisplayMedia({ video: { frameRate: { ideal: 10, max: 15 } }, audio: false });
  } catch {
    return null;
  }
}

function devicesOf(): MediaDevices {
  // Browsers hide the devices from pages that were not loaded safely.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (media === undefined) throw new DeviceError("insecure", "This page has no access to devices.");
  return media;
}

export function troubleOf(failure: unknown): DeviceError {
  if (failure instanceof DeviceError) return failure;
  const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
  return new DeviceError(CAUSES[name] ?? "unknown", `${name}: ${message}`);
}

export interface Choice {
  id: string;
  label: string;
}

/** What can be chosen; labels are told only once a device was allowed. */
export async function choices(kind: "audioinput" | "videoinput"): Promise<Choice[]> {
  const all = await devicesOf().enumerateDevices();
  return all
    .filter((one) => one.kind === kind && one.deviceId !== "")
    .map((one, n) => ({ id: one.deviceId, label: one.label || `${kind === "audioinput" ? "Microphone" : "Camera"} ${n + 1}` }));
}

export function switchOff(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** Which device a stream really comes from. */
export function deviceIdOf(stream: MediaStream | null, kind: "audio" | "video"): string | undefined {
  const tracks = kind === "audio" ? stream?.getAudioTracks() : stream?.getVideoTracks();
  return tracks?.[0]?.getSettings().deviceId;
}
