/** The name under which a candidate's own interviews are kept. */
export const OWN_KEY = ["own-interviews"] as const;
