import { describe, expect, it } from "vitest";

import { type Board, type Card, countText, withMoved } from "./columns";

const card = (id: number, status: string) => ({ id, status, name: `P${String(id)}` }) as Card;
const board: Board = {
  columns: [
    { status: "new", count: 2, isCountCut: false, items: [card(1, "new"), card(2, "new")] },
    { status: "offer", count: 1, isCountCut: false, items: [card(3, "offer")] },
    { status: "hired", count: 1000, isCountCut: true, items: [] },
  ],
};

describe("a board", () => {
  it("moves a card to where it was put, and counts", () => {
    const [fresh, offer] = withMoved(board, 1, "offer", 1).columns;

    expect(fresh?.items.map((one) => one.id)).toEqual([2]);
    expect(offer?.items.map((one) => [one.id, one.status])).toEqual([[3, "offer"], [1, "offer"]]);
    expect([fresh?.count, offer?.count]).toEqual([1, 2]);
  });

  it("does nothing for a card that is there already, or nowhere", () => {
    expect(withMoved(board, 1, "new")).toBe(board);
    expect(withMoved(board, 9, "offer")).toBe(board);
  });

  it("leaves a count that is cut as it is", () => {
    const hired = withMoved(board, 1, "hired").columns[2];

    expect(hired && countText(hired)).toBe("1000+");
  });
});
