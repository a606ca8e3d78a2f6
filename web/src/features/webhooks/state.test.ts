import { expect, it } from "vitest";

import type { Schemas } from "@/api";

import { allEvents } from "./events";
import { nameOf, stateOf } from "./state";

const webhook: Schemas["WebhookDetail"] = {
  id: "1",
  url: "https://hooks.example.org:8443/talentflow",
  description: "",
  events: ["lot.drawn"],
  isActive: true,
  offReason: null,
  failingSince: null,
  formerSecretUntil: null,
  createdBy: "user:1",
  createdAt: "2026-03-02T09:30:00.000Z",
  updatedAt: "2026-03-02T09:30:00.000Z",
};

it("says whether messages are sent and arrive", () => {
  expect(stateOf(webhook)).toBe("on");
  expect(stateOf({ ...webhook, failingSince: "2026-03-02T09:30:00.000Z" })).toBe("failing");
  expect(stateOf({ ...webhook, isActive: false, failingSince: "2026-03-02T09:30:00.000Z" })).toBe("off");
});

it("is called by its purpose, or by its host", () => {
  expect(nameOf(webhook)).toBe("hooks.example.org:8443");
  expect(nameOf({ ...webhook, description: "HR system" })).toBe("HR system");
  expect(nameOf({ ...webhook, url: "no address" })).toBe("no address");
});

it("offers each event once", () => {
  expect(new Set(allEvents).size).toBe(allEvents.length);
});
