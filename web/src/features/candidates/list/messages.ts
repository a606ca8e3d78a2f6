/** Every word of the list's filters. */
export const filterMessages = {
  more: "Filters",
  active: (count: number) => `Filters (${String(count)})`,
  title: "Show only candidates with",
  status: "Status",
  every: "Every status",
  skill: "Skill",
  tag: "Tag",
  experience: "Years of experience",
  score: "Score of the newest interview",
  from: "from",
  to: "to",
  archived: "Archived candidates",
  archivedWays: [
    { value: "", label: "Leave out" },
    { value: "any", label: "Show too" },
    { value: "true", label: "Show alone" },
  ],
  apply: "Apply",
  clear: "Clear all",
};
