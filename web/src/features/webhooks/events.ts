import type { Schemas } from "@/api";

export type EventName = Schemas["CreateWebhook"]["events"][number];

/** The events in the words of somebody who chooses among them, by what they are about. */
export const eventGroups: readonly { title: string; events: Readonly<Partial<Record<EventName, string>>> }[] = [
  {
    title: "Interviews",
    events: {
      "interview.scheduled": "Scheduled",
      "interview.changed": "Changed",
      "interview.rescheduled": "Rescheduled",
      "interview.started": "Started",
      "interview.completed": "Completed",
      "interview.cancelled": "Cancelled",
      "interview.no_show": "Nobody came",
    },
  },
  {
    title: "Sessions and analyses",
    events: {
      "session.started": "Session started",
      "session.ended": "Session ended",
      "recording.ready": "Recording ready",
      "analysis.completed": "Analysis complete",
      "analysis.failed": "Analysis failed",
      "decision.made": "Decision made",
    },
  },
  {
    title: "Candidates",
    events: {
      "candidate.created": "Added",
      "candidate.updated": "Changed",
      "candidate.status_changed": "Status changed",
      "candidate.archived": "Archived",
      "lot.drawn": "Lot drawn",
    },
  },
];

export const allEvents: readonly EventName[] = eventGroups.flatMap((group) => Object.keys(group.events) as EventName[]);
