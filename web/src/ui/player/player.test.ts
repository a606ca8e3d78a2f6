import { describe, expect, it } from "vitest";

import { groupMarks, groupText } from "./marks";
import { outline } from "./outline";
import { correctedRate, Playback } from "./playback";
import { webVtt } from "./vtt";

const mark = (number: number, second: number) => ({ id: String(number), number, label: "Why?", second });

describe("groupMarks", () => {
  it("places marks by their share of the recording", () => {
    expect(groupMarks([mark(2, 50), mark(1, 0)], 100, 1000).map((one) => [one.share, groupText(one)])).toEqual([[0, "1"], [0.5, "2"]]);
  });
  it("joins those that a finger could not tell apart", () => {
    expect(groupMarks([mark(1, 10), mark(2, 11), mark(3, 80)], 100, 400).map(groupText)).toEqual(["1–2", "3"]);
  });
  it("keeps marks on the line", () => expect(groupMarks([mark(1, 500)], 100, 400)[0]).toMatchObject({ share: 1, second: 100 }));
  it("shows none before the length is known", () => expect(groupMarks([mark(1, 1)], 0, 400)).toEqual([]));
});

describe("correctedRate", () => {
  it("leaves a track alone that is in step", () => expect(correctedRate(0.03, 1.5)).toBe(1.5));
  it("slows one that is ahead and hurries one that is behind", () => {
    expect(correctedRate(0.2, 1)).toBeLessThan(1);
    expect(correctedRate(-0.2, 1)).toBeGreaterThan(1);
  });
  it("has one jump that is far off", () => expect(correctedRate(2, 1)).toBeNull());
});

describe("outline", () => {
  it("mirrors the sound, the loudest stretch as high as there is room", () => {
    expect(outline([0.4, 0.2])).toBe("M0 1L0.25 0L0.75 0.5L1 1L0.75 1.5L0.25 2Z");
  });
  it("does not blow noise up", () => expect(outline([0.003])).toBe("M0 1L0.5 0.98L1 1L0.5 1.02Z"));
  it("is nothing where nothing is known", () => expect(outline([])).toBe(""));
});

describe("webVtt", () => {
  it("writes cues that show markup as text", () => {
    expect(webVtt([{ from: 1.5, to: 3661.25, text: "a <b>\n& c" }])).toBe("WEBVTT\n\n00:00:01.500 --> 01:01:01.250\na &lt;b&gt; &amp; c\n");
  });
  it("leaves out what has no time or no words", () => expect(webVtt([{ from: 2, to: 2, text: "x" }, { from: 1, to: 2, text: " " }])).toBe("WEBVTT\n"));
});

describe("Playback", () => {
  it("brings the followers along when it seeks", () => {
    const playback = new Playback();
    const [leader, follower] = [document.createElement("video"), document.createElement("video")];
    for (const element of [leader, follower]) Object.defineProperty(element, "readyState", { value: 4 });
    Object.defineProperty(leader, "duration", { value: 60 });
    const leave = [playback.lead(leader, null), playback.follow(follower, 4)];
    playback.seek(10);
    expect([leader.currentTime, follower.currentTime, playback.read().time]).toEqual([10, 6, 10]);
    playback.seek(500);
    expect(leader.currentTime).toBe(60);
    for (const one of leave) one();
  });
});
