import type { Playback } from "./playback";

const STEP = 5;
const LEAP = 10;

interface Ways {
  fullscreen: () => void;
  captions: () => void;
  note?: (() => void) | undefined;
}

type Actions = Record<string, (playback: Playback, ways: Ways) => void>;

const ACTIONS: Actions = {
  " ": (playback) => playback.toggle(),
  k: (playback) => playback.toggle(),
  j: (playback) => playback.skip(-LEAP),
  l: (playback) => playback.skip(LEAP),
  m: (playback) => playback.toggleMuted(),
  f: (_, ways) => ways.fullscreen(),
  c: (_, ways) => ways.captions(),
  n: (_, ways) => ways.note?.(),
};
const ARROWS: Actions = {
  arrowleft: (playback) => playback.skip(-STEP),
  arrowright: (playback) => playback.skip(STEP),
  arrowup: (playback) => playback.setVolume(Math.min(1, playback.read().volume + 0.1)),
  arrowdown: (playback) => playback.setVolume(Math.max(0, playback.read().volume - 0.1)),
  home: (playback) => playback.seek(0),
  end: (playback) => playback.seek(playback.read().duration),
};

/** What a key does inside of the player; nothing where the focused control uses the key itself. */
export function pressed(event: KeyboardEvent, playback: Playback, ways: Ways): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
  const key = event.key.toLowerCase();
  const { tagName } = event.target;
  const isOwn = (tagName === "BUTTON" && key === " ") || tagName === "SELECT" || (tagName === "INPUT" && event.target.dataset["own"] !== undefined);
  const action = ACTIONS[key] ?? ARROWS[key];
  if (action === undefined || (isOwn && key !== "k" && key !== "j" && key !== "l")) return;
  event.preventDefault();
  action(playback, ways);
}
