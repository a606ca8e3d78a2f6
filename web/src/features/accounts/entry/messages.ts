/** Every word of the pages by which people come in without a login. */
export const messages = {
  register: {
    title: "Welcome",
    lead: "Nobody uses this installation yet. The first account is its admin’s.",
    organisation: "Your organisation",
    organisationMissing: "Enter the name of your organisation.",
    name: "Your name",
    action: "Set it up",
  },
  join: {
    title: (organisation: string) => `Join ${organisation}`,
    by: (name: string, role: string) => `${name} invites you as ${role}. Choose a password of your own.`,
    lead: (role: string) => `You are invited as ${role}. Choose a password of your own.`,
    name: "Your name",
    action: "Join",
  },
  forgot: {
    title: "Forgotten password",
    lead: "Enter the address you sign in with. We send a link that sets a new password.",
    action: "Send the link",
    sent: "Look into your mailbox",
    sentText: (email: string) =>
      `If ${email} belongs to an account here, a link is on its way. It works once, for an hour. Nothing came? Ask an admin of your organisation.`,
  },
  reset: {
    title: "A new password",
    lead: "It signs you out everywhere. Sign in with it afterwards.",
    action: "Set the password",
  },
  dead: {
    title: "This link does not work any more",
    join: "It was used, has run out, or a newer one was made. Whoever invited you can send another.",
    reset: "It was used, has run out, or a newer one was made. You can ask for another.",
    again: "Ask for another link",
    joined: "You have joined already? Sign in.",
  },
  email: "Email address",
  emailWrong: "Enter an email address.",
  nameMissing: "Enter your name.",
  password: "Password",
  passwordRule: "8 characters or more. A sentence that only you know is good.",
  passwordShort: "Use 8 characters or more.",
  showPassword: "Show or hide the password",
  signIn: "Sign in",
  back: "Back to signing in",
};
