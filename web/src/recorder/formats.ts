/** How the interview is to be recorded, as `session/start` answers it. */
export interface RecordingConfig {
  format: string;
  quality: string;
  audio: boolean;
  video: boolean;
  width?: number;
  height?: number;
  frame_rate?: number;
  bitrate?: number;
}

export type TrackName = "camera" | "screen" | "audio";

export const TIMESLICE_MS = 2000;
const VIDEO_BITS_PER_SECOND = 1_500_000;

// VP8 comes last everywhere: on a weak machine it drops a third of its frames.
// MP4 with avc1 is not in the list at all: after a change of the picture's size it writes undecodable bytes silently.
const WEBM = ["video/webm;codecs=vp9", "video/webm;codecs=vp8"];
const LAST_RESORT = ["video/mp4;codecs=avc3", "video/mp4"];
const FREE = ["video/x-matroska;codecs=avc1", ...WEBM, ...LAST_RESORT];
const AUDIO = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

export type IsSupported = (mimeType: string) => boolean;

/** What to ask the recorder for, or null where this browser can record nothing of the kind. */
export function chooseFormat(
  format: string,
  holds: { audio: boolean; video: boolean },
  isSupported: IsSupported,
): string | null {
  return candidates(format, holds).find((one) => isSupported(one)) ?? null;
}

function candidates(format: string, holds: { audio: boolean; video: boolean }): string[] {
  if (!holds.video) return AUDIO;
  // A browser that cannot write WebM records what it can: another container is better than no recording.
  const wanted = format === "webm" ? [...WEBM, ...LAST_RESORT] : FREE;
  return holds.audio ? wanted.map((one) => (one.includes("codecs=") ? `${one},opus` : one)) : wanted;
}

interface KeyFrameOptions extends MediaRecorderOptions {
  videoKeyFrameIntervalDuration?: number;
}

/** Options of the recorder; key frames every two seconds make seeking exact and a damaged file cheap. */
export function recorderOptions(mimeType: string, config: RecordingConfig): KeyFrameOptions {
  if (mimeType.startsWith("audio/")) return { mimeType };
  return {
    mimeType,
    videoBitsPerSecond: config.bitrate ?? VIDEO_BITS_PER_SECOND,
    videoKeyFrameIntervalDuration: TIMESLICE_MS,
  };
}

/** What to ask the camera for. */
export function pictureSize(config: RecordingConfig): MediaTrackConstraints {
  if (config.quality === "custom" && config.width && config.height) {
    return {
      width: { ideal: config.width },
      height: { ideal: config.height },
      frameRate: { ideal: config.frame_rate ?? 30 },
    };
  }
  const [width, height] = config.quality === "SD" ? [640, 480] : [1280, 720];
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: 30, max: 30 } };
}
