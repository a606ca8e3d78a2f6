/** What the server tells in a session's rooms. Scores reach the organisation's people only. */
export interface SessionEvents {
  "session-started": (told: { session_id: string; candidate_id: number; started_at: string }) => void;
  "question-added": (told: {
    session_id: string;
    question_id: string;
    position: number;
    text: string;
    type: string;
    difficulty: string;
    asked_at: string;
  }) => void;
  "answer-added": (told: {
    session_id: string;
    question_id: string;
    answer_id: string;
    version: number;
    text: string;
    duration: number | null;
    answered_at: string;
  }) => void;
  "recording-progress": (told: {
    session_id: string;
    upload_id: string;
    track_name: string;
    segment_number: number;
    offset_bytes: number;
  }) => void;
  "recording-ready": (told: { session_id: string; recording_status: string; reason: string | null }) => void;
  "session-ended": (told: { session_id: string; ended_at: string }) => void;
  "analysis-progress": (told: {
    session_id: string;
    done: number;
    total: number;
    question_id: string;
    question_analysis: Readonly<Record<string, unknown>>;
  }) => void;
  "analysis-completed": (told: {
    session_id: string;
    overall_score: number | null;
    final_status: string | null;
    effective: boolean;
  }) => void;
  "analysis-failed": (told: { session_id: string; error: string | null }) => void;
  "note-changed": (told: {
    session_id: string;
    note_id: string;
    at_seconds: number;
    change: "added" | "edited" | "deleted" | "restored";
  }) => void;
  "interview-status-changed": (told: { interview_id: string; status: string }) => void;
  error: (problem: { code: string; message: string }) => void;
}

export type Joined = { success: true; session_id: string; status: string } | { success: false; message: string };

export interface ClientEvents {
  "join-session": (told: { session_id: string }, answer: (joined: Joined) => void) => void;
  "leave-session": (told: { session_id: string }, answer: (left: { success: boolean }) => void) => void;
  "join-organisation": (answer: (joined: { success: boolean }) => void) => void;
  "leave-organisation": (answer: (left: { success: boolean }) => void) => void;
}
