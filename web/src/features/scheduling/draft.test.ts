import { describe, expect, it } from "vitest";

import type { Schemas } from "@/api";

import { body, difference, draftOf, EMPTY } from "./draft";
import { questionOf } from "./plan";

const interview = {
  candidateId: 5,
  title: "Talk",
  position: null,
  jobId: null,
  type: "hr",
  mode: "video",
  difficulty: "easy",
  tags: ["go"],
  panel: [{ userId: "u1", name: "Inge Sample", role: "lead" }],
  durationMinutes: 45,
  bufferMinutes: 5,
  preparationTime: 10,
  timezone: "Asia/Tokyo",
  scheduledAt: "2026-12-01T01:00:00.000Z",
  opensAt: "2026-12-01T00:50:00.000Z",
  closesAt: null,
  allowReschedule: true,
  rescheduleDeadlineHours: 24,
  meetingUrl: null,
  location: null,
  isAiInterview: false,
  codingExercise: { title: "Queue" },
  notes: null,
  allowsRetake: false,
  showsHints: true,
  recordsScreen: false,
  cultureCriteria: ["listens"],
} as unknown as Schemas["InterviewDetail"];
const planned = {
  text: "Why?", type: "technical", difficulty: "hard", keyPoints: ["because"], expectedAnswer: null,
  keywords: ["a", "b"], hints: [], sampleAnswers: ["kept"], timeLimitSeconds: 120,
} as unknown as Schemas["PlannedQuestionDetail"];

describe("an interview in the form", () => {
  const draft = draftOf(interview);
  const before = body(draft, [questionOf(planned)]);

  it("comes back as it was", () => {
    expect(before).toMatchObject({ title: "Talk", scheduledAt: interview.scheduledAt, interviewerIds: ["u1"], tags: ["go"] });
    expect(before.questions?.[0]).toMatchObject({ text: "Why?", keywords: ["a", "b"], sampleAnswers: ["kept"], timeLimitSeconds: 120 });
    expect(difference(before, body(draftOf(interview), [questionOf(planned)]))).toEqual({});
  });

  it("stands on the clock of its own zone, its opening left to follow", () => {
    expect(draft).toMatchObject({ scheduledAt: "2026-12-01T10:00", opensAt: "" });
  });

  it("tells only what differs", () => {
    expect(difference(before, body({ ...draft, scheduledAt: "2026-12-01T11:00" }, [questionOf(planned)]))).toEqual({
      scheduledAt: "2026-12-01T02:00:00.000Z",
    });
    expect(difference(before, body(draft, []))).toEqual({ questions: [] });
  });

  it("has no link where people meet in person", () => {
    expect(body({ ...EMPTY, mode: "in_person", meetingUrl: "https://meet.example.org" }, []).meetingUrl).toBeNull();
  });
});
