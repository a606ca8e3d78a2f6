import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { Bench } from "./testing/bench";
import type { FakeUpload } from "./testing/tus_server";

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
});

afterEach(() => bench.close());

describe("sending", () => {
  it("delivers every chunk in order and tells the length at the end", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "head");
    await bench.put(segment, 1, "-one");
    await bench.spool.close(segment.id);
    await bench.sender.drain();

    expect(bench.received).toEqual(["head-one"]);
    expect(bench.server.whole[0]?.length).toBe(8);
    expect(bench.server.whole[0]?.metadata).toEqual({
      track: "camera",
      segment: "1",
      filetype: "video/webm;codecs=vp9,opus",
      started_at: "2026-11-20T09:00:00.000Z",
    });
    const kept = await bench.segment();
    expect(kept).toMatchObject({ isDone: true, sent: { bytes: 8, chunks: 2, ms: 4000 } });
    expect(await bench.spool.batch({ ...kept, acknowledged: -1 }, 1000)).toBeNull();
  });

  it("sends several chunks in one request when it has fallen behind", async () => {
    bench.server.isDown = true;
    const segment = await bench.begin();
    for (let n = 0; n < 6; n++) await bench.put(segment, n, `chunk ${String(n)};`);
    bench.server.isDown = false;
    await bench.sender.drain();

    const patches = bench.server.requests.filter((method) => method === "PATCH");
    expect(bench.received.join("")).toBe("chunk 0;chunk 1;chunk 2;chunk 3;chunk 4;chunk 5;");
    expect(patches.length).toBeLessThan(6);
  });

  it("resolves a drain only when a chunk that came meanwhile is delivered too", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "a");
    const first = bench.sender.drain();
    await bench.put(segment, 1, "b");
    await Promise.all([first, bench.sender.drain()]);

    expect(bench.received).toEqual(["ab"]);
  });
});

describe("trouble on the way", () => {
  it("backs off from 250 ms to 5 s and never gives up", async () => {
    bench.server.troubles.push(...Array.from({ length: 8 }, () => ({ cut: "before" as const })));
    const segment = await bench.begin();
    await bench.put(segment, 0, "kept");
    await bench.sender.drain();

    expect(bench.clock.sleeps).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
    expect(bench.received).toEqual(["kept"]);
    expect(bench.reached.slice(0, 8)).not.toContain(true);
    expect(bench.reached.at(-1)).toBe(true);
  });

  it("asks for the offset after an answer was lost, and sends nothing twice", async () => {
    bench.server.troubles.push({ method: "PATCH", cut: "after" });
    const segment = await bench.begin();
    await bench.put(segment, 0, "once");
    await bench.put(segment, 1, " only");
    await bench.sender.drain();

    expect(bench.received).toEqual(["once only"]);
    expect(bench.server.requests).toContain("HEAD");
  });

  it("creates one upload where the answer to its creation was lost", async () => {
    bench.server.troubles.push({ method: "POST", cut: "after" });
    const segment = await bench.begin();
    await bench.put(segment, 0, "x");
    await bench.sender.drain();

    expect(bench.received).toEqual(["x"]);
  });

  it("sends again what arrived with a wrong checksum", async () => {
    bench.server.troubles.push({ method: "PATCH", status: 460, code: "checksum_mismatch" });
    const segment = await bench.begin();
    await bench.put(segment, 0, "whole");
    await bench.sender.drain();

    expect(bench.received).toEqual(["whole"]);
  });

  it("goes on in the middle of a chunk where the server kept a part of it", async () => {
    bench.server.isDown = true;
    const segment = await bench.begin();
    await bench.put(segment, 0, "abcdef");
    bench.server.isDown = false;
    bench.server.troubles.push({ method: "PATCH", status: 408, code: "body_stalled" });
    const upload = await firstUpload();
    upload.bytes = Buffer.from("abc");
    await bench.sender.drain();

    expect(bench.received).toEqual(["abcdef"]);
  });

  async function firstUpload(): Promise<FakeUpload> {
    for (;;) {
      const [found] = bench.server.whole;
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  it("begins anew with the header when the upload is gone, and reports it", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "HEAD|");
    await bench.put(segment, 1, "one|");
    await bench.sender.drain();
    bench.server.uploads.clear();
    await bench.put(segment, 2, "two|");
    await bench.spool.close(segment.id);
    await bench.sender.drain();

    expect(bench.received).toEqual(["HEAD|two|"]);
    expect(bench.server.whole[0]?.metadata.segment).toBeUndefined();
    expect(bench.issues).toMatchObject([{ session: "s1", kind: "upload_not_found" }]);
    expect((await bench.segment()).isDone).toBe(true);
  });

  it("stops at a refusal, keeps what it has and reports it", async () => {
    bench.server.troubles.push({ method: "POST", status: 403, code: "consent_required" });
    const segment = await bench.begin();
    await bench.put(segment, 0, "kept");
    await bench.sender.drain();

    const kept = await bench.segment();
    expect(kept.refusal).toBe("consent_required");
    expect((await bench.spool.batch(kept, 1000))?.body.length).toBe(4);
    expect(bench.issues).toMatchObject([{ kind: "consent_required" }]);
  });

  it("takes a segment for finished that the end of the session closed after its last byte", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "all");
    await bench.sender.drain();
    bench.server.troubles.push({ method: "PATCH", status: 409, code: "upload_closed" });
    await bench.spool.close(segment.id);
    await bench.sender.drain();

    expect(await bench.segment()).toMatchObject({ isDone: true, refusal: null });
  });
});

describe("a page that comes back", () => {
  it("delivers what the page before left behind, and closes its segment", async () => {
    bench.server.isDown = true;
    const segment = await bench.begin();
    await bench.put(segment, 0, "before ");
    await bench.put(segment, 1, "the crash");
    await bench.crash();
    bench.server.isDown = false;
    await bench.reload();
    await bench.sender.drain();

    expect(bench.received).toEqual(["before the crash"]);
    expect(bench.server.whole[0]?.length).toBe(16);
  });

  it("leaves a segment open that a live recorder holds", async () => {
    const segment = await bench.begin();
    await bench.put(segment, 0, "still recording");
    await bench.sender.drain();
    const held = await bench.segment();

    expect(held).toMatchObject({ isClosed: false, isDone: false, sent: { chunks: 1 } });
  });
});
