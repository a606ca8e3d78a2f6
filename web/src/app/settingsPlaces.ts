import { messages } from "./messages";

export interface SettingsPlace {
  to: string;
  words: string;
  scope: string;
}

/** What is set up once and seldom changed, each for those who may change it. */
export const SETTINGS: readonly SettingsPlace[] = [
  { to: "/settings/organisation", words: messages.settings.organisation, scope: "organisation:write" },
  { to: "/settings/templates", words: messages.settings.templates, scope: "messages:write" },
  { to: "/settings/keys", words: messages.settings.keys, scope: "api_keys:write" },
  { to: "/settings/webhooks", words: messages.settings.webhooks, scope: "webhooks:write" },
];
