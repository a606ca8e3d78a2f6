/** Records, keeps and sends media: plain TypeScript for any page that records into an interview session. */
export { systemClock, type Clock } from "./clock";
export { Emitter } from "./emitter";
export { chooseFormat, pictureSize, TIMESLICE_MS, type RecordingConfig, type TrackName } from "./formats";
export type { Notes } from "./notes";
export { Recording, type Failure, type RecordedSession } from "./recording";
export { Sender, type Issue } from "./sender";
export { Spool } from "./spool";
export type { Status, UploadState } from "./status";
export type { Count } from "./segment";
