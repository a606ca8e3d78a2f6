import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Recording, type Failure } from "./recording";
import { Bench } from "./testing/bench";
import { FakeRecorder } from "./testing/fake_recorder";

const stream = { getAudioTracks: () => [1], getVideoTracks: () => [1] } as unknown as MediaStream;
const config = { format: "webm", quality: "HD", audio: true, video: true };

let bench: Bench;
let recording: Recording;
let failures: Failure[];

beforeEach(async () => {
  bench = await Bench.open();
  FakeRecorder.made = [];
  vi.stubGlobal("MediaRecorder", FakeRecorder);
  Object.defineProperty(navigator, "storage", {
    configurable: true,
    value: { estimate: () => Promise.resolve({ quota: 1e9, usage: 0 }), persist: () => Promise.resolve(false) },
  });
  Object.defineProperty(navigator, "locks", { configurable: true, value: bench.locks });
  recording = open();
  failures = [];
  recording.news.on("failure", (failure) => failures.push(failure));
});

afterEach(async () => {
  recording.leave();
  vi.unstubAllGlobals();
  await bench.close();
});

function open(): Recording {
  const session = { id: "s1", uploadUrl: bench.server.createUrl, config, isResumed: false };
  return new Recording(session, bench.spool, bench.sender, bench.clock);
}

function recorder(n = 0): FakeRecorder {
  const found = FakeRecorder.made[n];
  if (found === undefined) throw new Error("No recorder was made.");
  return found;
}

describe("a recording", () => {
  it("asks for slices of two seconds and delivers them in order", async () => {
    await recording.start("camera", stream);
    for (const text of ["head ", "one ", "two "]) recorder().chunk(text);
    await recording.stop();
    const status = await recording.settled();

    expect(recorder().timeslices).toEqual([2000]);
    expect(bench.received).toEqual(["head one two tail"]);
    expect(status).toMatchObject({ state: "saved", isVerified: true, sent: { chunks: 4, bytes: 17 } });
  });

  it("counts the time without its pauses", async () => {
    await recording.start("camera", stream);
    bench.clock.time += 3000;
    recording.pause();
    bench.clock.time += 60_000;
    recording.resume();
    bench.clock.time += 1000;
    recorder().chunk("x");

    expect(recording.recordedMs).toBe(4000);
    await recording.stop();
    expect((await recording.refresh()).recorded.ms).toBe(4000);
  });

  it("says recording, offline, saving and saved", async () => {
    const states: string[] = [];
    await recording.start("camera", stream);
    recording.news.on("status", ({ state }) => {
      if (states.at(-1) !== state) states.push(state);
    });
    await recording.refresh();
    bench.server.isDown = true;
    recorder().chunk("kept");
    await vi.waitUntil(() => states.includes("offline"));
    bench.server.isDown = false;
    await recording.stop();
    await recording.settled();

    expect(states[0]).toBe("recording");
    expect(states).toContain("offline");
    expect(states.slice(-2)).toEqual(["saving", "saved"]);
  });

  it("holds several tracks, a segment each", async () => {
    await recording.start("camera", stream);
    await recording.start("screen", stream);
    recorder(0).chunk("face ");
    recorder(1).chunk("screen ");
    await recording.stop();
    await recording.settled();

    expect(bench.received.sort()).toEqual(["face tail", "screen tail"]);
    expect(bench.server.whole.map((one) => one.metadata.track).sort()).toEqual(["camera", "screen"]);
  });
});

describe("failures", () => {
  it("are loud where the browser refuses a chunk, which is tried again until it is kept", async () => {
    await recording.start("camera", stream);
    const put = vi.spyOn(bench.spool, "put").mockRejectedValueOnce(new DOMException("", "QuotaExceededError"));
    const recovered = vi.fn();
    recording.news.on("recovery", recovered);
    recorder().chunk("precious ");
    await recording.stop();
    await recording.settled();

    expect(failures.map((one) => one.kind)).toEqual(["storage_refused"]);
    expect(put).toHaveBeenCalledTimes(3);
    expect(recovered).toHaveBeenCalledOnce();
    expect(bench.received).toEqual(["precious tail"]);
  });

  it("begin a new segment where the browser's storage was cleared", async () => {
    await recording.start("camera", stream);
    const [segment] = await bench.spool.segments();
    await bench.spool.purge(segment?.session ?? "");
    recorder().chunk("lost");
    await vi.waitUntil(() => FakeRecorder.made.length === 2);
    await vi.waitUntil(() => recording.tracks.length === 1 && recorder(1).state === "recording");
    recorder(1).chunk("new head ");
    await recording.stop();
    await recording.settled();

    expect(failures.map((one) => one.kind)).toContain("storage_lost");
    expect(bench.received).toContain("new head tail");
  });

  it("are told when a device stops, and what was recorded is closed and sent", async () => {
    await recording.start("camera", stream);
    recorder().chunk("until here ");
    recorder().stop();
    await recording.settled();

    expect(failures.map((one) => one.kind)).toEqual(["device_ended"]);
    expect(bench.received).toEqual(["until here tail"]);
    expect(recording.tracks).toEqual([]);
  });

  it("are told where the browser can record nothing", async () => {
    vi.spyOn(FakeRecorder, "isTypeSupported").mockReturnValue(false);

    expect(await recording.start("camera", stream)).toBe(false);
    expect(failures.map((one) => one.kind)).toEqual(["no_format"]);
  });

  it("stop what the server refuses for good", async () => {
    bench.server.troubles.push({ method: "POST", status: 403, code: "consent_required" });
    await recording.start("camera", stream);
    recorder().chunk("not wanted");
    await vi.waitUntil(() => recorder().state === "inactive");

    expect(failures).toMatchObject([{ kind: "refused", message: "consent_required" }]);
    expect((await recording.settled()).refusals).toEqual(["consent_required"]);
  });

  it("warn before the storage is full", async () => {
    vi.spyOn(navigator.storage, "estimate").mockResolvedValue({ quota: 50e6, usage: 1e6 });
    await recording.start("camera", stream);

    expect(failures.map((one) => one.kind)).toEqual(["storage_low"]);
    await recording.stop();
  });
});
