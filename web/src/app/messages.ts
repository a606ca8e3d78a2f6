/** Every word of the shell, in one place for translators. */
export const messages = {
  notFound: {
    title: "There is nothing here",
    text: "The address may be mistyped, or what was here has moved. If somebody sent you a link, ask them to send it again.",
    action: "Go to the start",
  },
  broken: {
    title: "This page stopped working",
    text: "It is our fault, not yours. What was saved is safe; loading the page again usually helps.",
    action: "Load the page again",
  },
  offline: {
    title: "You are offline",
    text: "This page needs the server. It will work again when your connection is back.",
    banner: "You are offline. What you see may be old, and changes cannot be saved.",
  },
  nav: {
    label: "Main",
    interviews: "Interviews",
    calendar: "Calendar",
    candidates: "Candidates",
    lots: "Lots",
    messages: "Messages",
    people: "People",
    settings: "Settings",
    more: "More",
    account: "Account",
    quiet: "Messages to you",
    own: "Your page",
  },
  settings: {
    title: "Settings",
    organisation: "Organisation",
    templates: "Templates",
    keys: "API keys",
    webhooks: "Webhooks",
    none: "There is nothing to set up for you",
    noneText: "An admin of your organisation looks after its settings. Your own are in your account.",
  },
  skip: "Skip to the content",
  signOut: "Sign out",
  accountOf: (name: string) => `Your account: ${name}`,
  theme: { label: "Appearance", light: "Light", dark: "Dark", auto: "Like the system" },
  candidateHere: {
    title: "This side is for the organisation",
    text: "You are signed in as a candidate. To take your interview, open the link that you were sent.",
  },
};
