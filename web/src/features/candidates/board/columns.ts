import type { Schemas } from "@/api";

export type Board = Schemas["Board"];
export type Card = Schemas["CandidateDetail"];

/** The board with a candidate in another column, at the place where they were put. */
export function withMoved(board: Board, id: number, to: string, place = 0): Board {
  const card = board.columns.flatMap((column) => column.items).find((one) => one.id === id);
  if (card === undefined || card.status === to) return board;
  return {
    columns: board.columns.map((column) => {
      if (column.status === card.status) {
        return { ...column, count: Math.max(0, column.count - (column.isCountCut ? 0 : 1)), items: column.items.filter((one) => one.id !== id) };
      }
      if (column.status !== to) return column;
      const items = [...column.items];
      items.splice(place, 0, { ...card, status: to });
      return { ...column, count: column.count + (column.isCountCut ? 0 : 1), items };
    }),
  };
}

/** How many there are; beyond the bound nobody counts. */
export function countText(column: Board["columns"][number]): string {
  return column.isCountCut ? `${String(column.count)}+` : String(column.count);
}
