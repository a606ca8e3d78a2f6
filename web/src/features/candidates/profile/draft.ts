import type { Schemas } from "@/api";

type Candidate = Schemas["CandidateDetail"];

export interface Draft {
  name: string;
  email: string;
  phone: string;
  headline: string;
  location: string;
  timezone: string;
  experienceYears: string;
  summary: string;
  source: string;
  skills: string[];
  tags: string[];
}

/** A candidate's profile as a form holds it. */
export function draftOf({ name, email, profile }: Candidate): Draft {
  return {
    name,
    email: email ?? "",
    phone: profile.phone ?? "",
    headline: profile.headline ?? "",
    location: profile.location ?? "",
    timezone: profile.timezone ?? "",
    experienceYears: profile.experienceYears === null ? "" : String(profile.experienceYears),
    summary: profile.summary ?? "",
    source: profile.source ?? "",
    skills: profile.skills,
    tags: profile.tags,
  };
}

/** What the form says, as the server takes it: an empty field is none. */
export function changeOf(draft: Draft) {
  const text = (value: string) => value.trim() || null;
  return {
    name: draft.name.trim(),
    email: text(draft.email),
    phone: text(draft.phone),
    headline: text(draft.headline),
    location: text(draft.location),
    timezone: text(draft.timezone),
    experienceYears: draft.experienceYears === "" ? null : Number(draft.experienceYears),
    summary: text(draft.summary),
    source: text(draft.source),
    skills: draft.skills,
    tags: draft.tags,
  };
}
