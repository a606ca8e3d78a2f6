import { describe, expect, it } from "vitest";

import { chooseFormat, pictureSize, recorderOptions, type IsSupported } from "./formats";

const BOTH = { audio: true, video: true };
const chromium: IsSupported = (type) => /webm|matroska;codecs=avc1|mp4/.test(type);
const firefox: IsSupported = (type) => /webm;codecs=(vp8|opus)|ogg/.test(type);
const safari: IsSupported = (type) => type === "video/mp4" || type === "audio/mp4";

describe("the format", () => {
  it.each([
    ["webm", chromium, "video/webm;codecs=vp9,opus"],
    ["webm", firefox, "video/webm;codecs=vp8,opus"],
    ["webm", safari, "video/mp4"],
    ["mp4", chromium, "video/x-matroska;codecs=avc1,opus"],
    ["mkv", chromium, "video/x-matroska;codecs=avc1,opus"],
    ["mp4", firefox, "video/webm;codecs=vp8,opus"],
    ["mp4", safari, "video/mp4"],
  ])("for %s is the best that the browser writes (%#)", (format, browser, chosen) => {
    expect(chooseFormat(format, BOTH, browser)).toBe(chosen);
  });

  it("never asks for the container that breaks silently", () => {
    const asked: string[] = [];
    chooseFormat("mp4", BOTH, (type) => {
      asked.push(type);
      return false;
    });

    expect(asked.filter((type) => type.startsWith("video/mp4;codecs=avc1"))).toEqual([]);
    expect(asked.indexOf("video/webm;codecs=vp8,opus")).toBeGreaterThan(asked.indexOf("video/webm;codecs=vp9,opus"));
  });

  it("holds sound alone where there is no picture", () => {
    expect(chooseFormat("ogg", { audio: true, video: false }, firefox)).toBe("audio/webm;codecs=opus");
  });

  it("is null where nothing can be recorded", () => {
    expect(chooseFormat("webm", BOTH, () => false)).toBeNull();
  });
});

describe("the options", () => {
  const config = { format: "webm", quality: "HD", audio: true, video: true };

  it("ask for a key frame every two seconds", () => {
    expect(recorderOptions("video/webm", config)).toMatchObject({
      videoBitsPerSecond: 1_500_000,
      videoKeyFrameIntervalDuration: 2000,
    });
  });

  it("follow a custom quality", () => {
    const custom = { ...config, quality: "custom", width: 800, height: 600, frame_rate: 15, bitrate: 400_000 };

    expect(recorderOptions("video/webm", custom).videoBitsPerSecond).toBe(400_000);
    expect(pictureSize(custom)).toMatchObject({ width: { ideal: 800 }, frameRate: { ideal: 15 } });
  });
});
