/** Every word of the board. */
export const boardMessages = {
  title: "Candidates",
  lead: "Where everybody stands. Drag a card, or use its menu.",
  search: "Search by the beginning of a name or an address",
  clear: "Show everybody",
  column: (stage: string, count: string) => `${stage}, ${count}`,
  empty: "Nobody here",
  more: "See all",
  choose: "Shown column",
  moveTo: (name: string) => `Move ${name}`,
  undo: "Undo",
  movedTo: (name: string, stage: string) => `${name} is in ${stage} now.`,
  added: (ago: string) => `added ${ago}`,
  nobody: "No candidates yet",
  nobodyText: "Add somebody in the list, and they appear here.",
  toList: "Go to the list",
  drag: "Press space to lift the card, the arrow keys to move it, space again to put it down.",
};
