import type { Schemas } from "@/api";

type Webhook = Schemas["WebhookDetail"];

/** Whether messages are sent, and arrive. */
export function stateOf(webhook: Webhook): "on" | "failing" | "off" {
  if (!webhook.isActive) return "off";
  return webhook.failingSince ? "failing" : "on";
}

/** What people call a webhook: its purpose, or else the host it goes to. */
export function nameOf(webhook: Webhook): string {
  return webhook.description || hostOf(webhook.url);
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
