import { describe, expect, it } from "vitest";

import { type DrawFile, pseudonym, standingOf, waitingOf } from "./file";

async function made(): Promise<DrawFile> {
  const pool = (await Promise.all(["1", "2", "3", "4"].map((id) => pseudonym("p", id, "s")))).sort();
  return {
    published: { publicId: "p", organisation: "O", lot: "L", attempt: 1, places: 2, pool, sources: [], criteria: {}, seedAt: null, preparedAt: "" },
    publishedSha256: "",
    status: "drawn",
    seed: [],
    keyString: "",
    drawnAt: null,
    order: [3, 1, 4, 2],
    holding: [1, 4],
    changes: [{ declined: 3, taken: 4 }],
    withdrawnAt: null,
    withdrawnReason: null,
  };
}

describe("a draw's file", () => {
  it("has the pseudonyms that the server makes", async () => {
    expect(await pseudonym("p", "7", "s")).toBe("4aa74d03e4d1a38bc1e86ee1523f700220dda590c6e2e10f4fd16d9a37c1c286");
  });

  it("tells where somebody stands", async () => {
    const file = await made();
    expect(standingOf(file, file.published.pool[0]!)).toEqual({ number: 1, rank: 2, place: "holding" });
    expect(standingOf(file, file.published.pool[1]!)).toEqual({ number: 2, rank: 4, place: "waiting" });
    expect(standingOf(file, file.published.pool[2]!)).toEqual({ number: 3, rank: 1, place: "declined" });
    expect(standingOf(file, "somebody else")).toBeNull();
    expect(standingOf({ ...file, status: "prepared" }, file.published.pool[2]!)?.place).toBe("pool");
  });

  it("tells who waits", async () => {
    expect(waitingOf(await made())).toEqual([2]);
  });
});
