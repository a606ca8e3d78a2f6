/** Every word of a candidate's own page. */
export const ownMessages = {
  title: "Your page",
  lead: (organisation: string) => `What ${organisation} knows of you, in your own words.`,
  profile: "Your profile",
  email: "Your address",
  emailHint: "Ask the organisation to change it.",
  save: "Save",
  saved: "Saved.",
  missing: "Your account belongs to no candidate yet",
  missingText: "Ask whoever invited you; they can link your account to your application.",
};
