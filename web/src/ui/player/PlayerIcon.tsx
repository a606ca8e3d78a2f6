const PATHS = {
  play: "M7 4.500v15l12-7.500L7 4.500Z",
  pause: "M8.500 5v14M15.500 5v14",
  back: "M4 12a8 8 0 1 0 2.600-5.900L4 8.500M4 4v4.500h4.500",
  on: "M20 12a8 8 0 1 1-2.600-5.900L20 8.500M20 4v4.500h-4.500",
  sound: "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500H4ZM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11",
  silent: "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500H4ZM16 9.500l5 5M21 9.500l-5 5",
  captions: "M4 5.500h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM10.500 10.500a2 2 0 1 0 0 3M17 10.500a2 2 0 1 0 0 3",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
} as const;

/** An icon of the player; its button says what it does. */
export function PlayerIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg width={20} height={20} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
