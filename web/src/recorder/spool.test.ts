import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openDatabase } from "./database";
import { ChunkUnreadable, Spool } from "./spool";
import { Bench, bytesOf } from "./testing/bench";

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
  bench.sender.stop();
});

afterEach(() => bench.close());

async function everyByteStored(): Promise<string> {
  const database = await openDatabase(bench.storage);
  const store = database.transaction("chunks").objectStore("chunks");
  const found = await new Promise<{ sealed: ArrayBuffer }[]>((resolve) => {
    const asked = store.getAll();
    asked.onsuccess = () => {
      resolve(asked.result as { sealed: ArrayBuffer }[]);
    };
  });
  return found.map((one) => new TextDecoder("latin1").decode(one.sealed)).join("");
}

describe("keeping", () => {
  it("stores nothing in the clear, under a key that cannot be taken out", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "what the candidate said");

    expect(await everyByteStored()).not.toContain("candidate");
    const database = await openDatabase(bench.storage);
    const asked = database.transaction("keys").objectStore("keys").get("spool");
    const key = await new Promise<CryptoKey>((resolve) => {
      asked.onsuccess = () => {
        resolve(asked.result as CryptoKey);
      };
    });
    expect(key.extractable).toBe(false);
  });

  it("numbers the segments of a track one after the other", async () => {
    const numbers = [await bench.begin(), await bench.begin()].map((one) => one.number);

    expect(numbers).toEqual([1, 2]);
  });

  it("lets the server number where others may have recorded before", async () => {
    const numbers = [await bench.begin(true), await bench.begin(false)].map((one) => one.number);

    expect(numbers).toEqual([null, null]);
  });

  it("is readable by the next page", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "still here");
    const reopened = await Spool.open(bench.storage, bench.clock);
    const batch = await reopened.batch(segment, 1000);

    expect(new TextDecoder().decode(batch?.body)).toBe("still here");
  });

  it("rejects a chunk that the browser refuses", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "first");

    await expect(bench.put(segment, 0, "the same number")).rejects.toThrow();
  });

  it("tells which chunk can no longer be read", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "sealed with another key");
    const database = await openDatabase(bench.storage);
    await new Promise((resolve) => {
      database.transaction("keys", "readwrite").objectStore("keys").clear().onsuccess = resolve;
    });
    const reopened = await Spool.open(bench.storage, bench.clock);

    await expect(reopened.batch(segment, 1000)).rejects.toEqual(new ChunkUnreadable(0));
  });

  it("works in memory where the browser stores nothing, and says so", async () => {
    const spool = await Spool.open(undefined, bench.clock);
    const made = await spool.begin({
      id: "g1",
      session: "s1",
      createUrl: bench.server.createUrl,
      track: "camera",
      mimeType: "video/webm",
      isNumberedByServer: false,
    });
    await spool.put(made.id, 0, bytesOf("volatile"), { mime: "video/webm", ms: 2000 });

    expect(spool.isDurable).toBe(false);
    expect(new TextDecoder().decode((await spool.batch(made, 1000))?.body)).toBe("volatile");
  });
});

describe("tidying", () => {
  it("forgets what was finished long ago, and nothing that is still to be sent", async () => {
    const done = await bench.begin();
    await bench.spool.complete(done);
    await bench.spool.begin({ ...done, id: "g2", session: "s2", isNumberedByServer: false });
    bench.clock.time += 10_000;
    await bench.spool.tidy(5000);

    expect((await bench.spool.segments()).map((one) => one.session)).toEqual(["s2"]);
  });
});

describe("notes", () => {
  it("are told to the next page, and to no other session", async () => {
    await bench.spool.notes.keep("s1", "draft", { text: "half an answer" });
    const reopened = await Spool.open(bench.storage, bench.clock);

    expect(await reopened.notes.find("s1", "draft")).toEqual({ text: "half an answer" });
    expect(await reopened.notes.find("s2", "draft")).toBeNull();
  });

  it("are gone with everything else after a purge", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "bytes");
    await bench.spool.notes.keep("s1", "draft", { text: "x" });
    await bench.spool.purge("s1");

    expect(await bench.spool.segments()).toEqual([]);
    expect(await everyByteStored()).toBe("");
    expect(await bench.spool.notes.find("s1", "draft")).toBeNull();
  });
});
