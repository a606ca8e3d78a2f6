/** The names under which pages keep what they read; a change makes everything below its name stale. */
export const keys = {
  me: ["me"],
  interviews: ["interviews"],
  interview: (id: string) => ["interviews", "one", id],
  invitations: (id: string) => ["interviews", "one", id, "invitations"],
  candidates: ["candidates"],
  candidate: (id: number) => ["candidates", "one", id],
  users: ["users"],
  apiKeys: ["api-keys"],
  analysis: (candidateId: number, sessionId: string | null) => ["analysis", candidateId, sessionId],
  recording: (candidateId: number, sessionId: string | null) => ["recording", candidateId, sessionId],
} as const;
