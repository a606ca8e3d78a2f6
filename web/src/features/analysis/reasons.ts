/** Why something is not scored, in words; the machine's word itself where it is a new one. */
const REASONS: Record<string, string> = {
  no_answer: "There is no answer.",
  no_content: "The answer says nothing that could be judged.",
  too_short: "The answer is too short to be judged.",
  dont_know: "The candidate said that they do not know.",
  repeats_question: "The answer only repeats the question.",
  keyword_list: "The answer is a list of keywords without a sentence.",
  vague: "The answer stays too vague to be judged.",
  heavy_repetition: "The answer repeats itself most of the time.",
  contradicts_reference: "The answer seems to say the opposite of what was expected. Please read it yourself.",
  transcript_unreliable: "The words were not understood well enough to be judged.",
  no_reference: "The question has no expected answer or key points to compare with.",
  untrusted_question: "The question was not in the plan, so there is nothing to compare with.",
  no_criteria: "This interview names no criteria for it.",
  no_evidence: "No question asked for it, or no answer shows it.",
  not_assessable: "It cannot be judged from words.",
  unsupported_language: "The language of the answer cannot be judged.",
  injection_removed: "A passage that tried to instruct the software was taken out; too little was left.",
  lexical_only: "Only words could be compared, not what they mean.",
  provider_failed: "The service that judges did not answer.",
  unstable: "Judging it twice gave different results.",
  consent_required: "The candidate did not agree to an analysis by software.",
  session_in_progress: "The interview is still going on.",
  analysis_not_completed: "The analysis is not complete yet.",
};

export function reasonText(reason: string | null | undefined): string {
  if (!reason) return "No reason was given.";
  return REASONS[reason] ?? reason.replaceAll("_", " ");
}
