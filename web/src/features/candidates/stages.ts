/** The stages of the pipeline in their order, and what they are called. */
export const STAGES = ["new", "screening", "interview", "offer", "hired", "rejected", "withdrawn"] as const;

export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Readonly<Record<string, string>> = {
  new: "New",
  screening: "Screening",
  interview: "Interview",
  offer: "Offer",
  hired: "Hired",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

export function isStage(value: string | null | undefined): value is Stage {
  return STAGES.includes(value as Stage);
}

export function stageWords(stage: string): string {
  return STAGE_WORDS[stage] ?? stage;
}
