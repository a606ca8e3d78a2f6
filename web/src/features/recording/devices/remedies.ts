import type { BrowserFamily } from "./browser";
import type { DeviceTrouble } from "./devices";

/** What helps when the browser denies its devices, in the words of that browser's menus. */
const ALLOW: Readonly<Record<BrowserFamily, string>> = {
  chromium: "Click the sign to the left of the address, set Camera and Microphone to “Allow”, then try again.",
  firefox: "Click the crossed-out camera to the left of the address, remove “Blocked”, then try again.",
  safari: "In the menu choose Safari → Settings for This Website, allow Camera and Microphone, then try again.",
  ios: "Open Settings → Apps → your browser, allow Camera and Microphone, then come back and try again.",
  android: "Tap the sign to the left of the address → Permissions, allow Camera and Microphone, then try again.",
};

const BUSY: Readonly<Record<BrowserFamily, string>> = {
  chromium: "Close other programs and tabs that use it, such as a video call, unplug it and plug it in, then try again.",
  firefox: "Close other programs and tabs that use it, such as a video call, then try again; if that fails restart Firefox.",
  safari: "End other calls, also on FaceTime, then try again; if that fails restart Safari.",
  ios: "End other calls and close other apps that use the camera, then try again.",
  android: "Close other apps that use the camera or microphone, then try again.",
};

const ELSE: Readonly<Record<Exclude<DeviceTrouble, "denied" | "busy">, string>> = {
  missing: "Plug one in and try again. You can also go on with the microphone alone, or answer in writing.",
  unfit: "Choose another camera or microphone, or go on with the microphone alone.",
  insecure: "Open the link exactly as it was sent to you; its address should begin with https://.",
  unknown: "Load the page again. If that does not help, another browser may; you can also answer in writing.",
};

/** One plain way out of a trouble with devices. */
export function remedyFor(trouble: DeviceTrouble, family: BrowserFamily): string {
  if (trouble === "denied") return ALLOW[family];
  return trouble === "busy" ? BUSY[family] : ELSE[trouble];
}
