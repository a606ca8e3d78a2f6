import { api, type Schemas } from "@/api";

export type Preview = Schemas["SessionPreviewed"];
export type Started = Schemas["SessionStarted"];
export type SessionData = Schemas["SessionData"];
export type PlannedQuestion = Schemas["PlannedQuestionShown"];
export type ConsentGiven = Schemas["ConsentGiven"];
export type InterviewShown = Schemas["InterviewShown"];

const AVATAR = "calm";
const LONGEST_BROWSER_INFO = 500;

/** How the candidate takes part: with picture and sound, with sound, or by writing alone. */
export type Mode = "video" | "audio" | "text";

// The interview demands no format, so the one that costs a weak machine least comes first: H.264, made into MP4 later.
const FORMAT = "mp4";

// A candidate never uses the login of whoever else works with this browser.
const CANDIDATE = { as: "candidate" } as const;

/** Our own key instead of the client's, so that a request repeated after a reload is still the same one. */
function once(key: string) {
  return { ...CANDIDATE, once: false, headers: { "Idempotency-Key": key } };
}

export function preview(token: string): Promise<Preview> {
  return api.post("/api/interview/session/preview", { interview_token: token }, CANDIDATE);
}

export interface StartWith {
  token: string;
  mode: Mode;
  consent: ConsentGiven | null;
  network: string | null;
  speaks: boolean;
}

/** Start or resume; natural idempotency by the token, so no key: a later call must see the session as it is then. */
export function start({ token, mode, consent, network, speaks }: StartWith): Promise<Started> {
  return api.post(
    "/api/interview/session/start",
    {
      interview_token: token,
      recording_config: { format: FORMAT, quality: "HD", audio: true, video: mode === "video" },
      consent,
      browser_info: navigator.userAgent.slice(0, LONGEST_BROWSER_INFO),
      network_quality: network,
      avatar: AVATAR,
      avatar_settings: { speaks, captions: true, mode },
    },
    { ...CANDIDATE, once: false },
  );
}

export async function read(sessionId: string): Promise<SessionData> {
  const path = { session_id: sessionId };
  return (await api.get("/api/interview/session/{session_id}", { ...CANDIDATE, path })).session_data;
}

export async function ask(sessionId: string, question: PlannedQuestion): Promise<string> {
  const { planned_question_id, text, type, difficulty } = question;
  const body = {
    session_id: sessionId,
    question_data: { text, type, difficulty, avatar: AVATAR, planned_question_id },
  };
  const added = await api.post("/api/interview/question/add", body, once(`ask-${planned_question_id}`));
  return added.question_id;
}

export interface AnswerSent {
  key: string;
  questionId: string;
  text: string;
  seconds: number;
}

export async function answer(sessionId: string, sent: AnswerSent): Promise<number> {
  const body = {
    session_id: sessionId,
    question_id: sent.questionId,
    answer_data: { text: sent.text, duration: sent.seconds, audio_quality: null, confidence: null },
  };
  return (await api.post("/api/interview/answer/add", body, once(sent.key))).version;
}

export async function end(sessionId: string): Promise<void> {
  await api.post("/api/interview/session/end", { session_id: sessionId }, { ...CANDIDATE, once: false });
}

/** Tell the people who run the interview; never in the candidate's way, so a failure is let go. */
export async function reportIssue(sessionId: string, kind: string, message: string): Promise<void> {
  const body = { session_id: sessionId, kind: kind.slice(0, 50), message: message.slice(0, 1000) || kind };
  await api.post("/api/interview/session/issue", body, CANDIDATE).catch(() => undefined);
}
