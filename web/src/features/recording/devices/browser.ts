export type BrowserFamily = "chromium" | "firefox" | "safari" | "ios" | "android";

/** Which browser's menus to describe; for words only, never to decide what works. */
export function browserFamily(agent = navigator.userAgent): BrowserFamily {
  if (/iPhone|iPad|iPod/.test(agent)) return "ios";
  if (agent.includes("Android")) return "android";
  if (agent.includes("Firefox/")) return "firefox";
  return agent.includes("Chrome/") ? "chromium" : "safari";
}
