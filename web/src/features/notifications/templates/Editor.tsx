import { Button, Group, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { useCaller } from "@/ui/Caller";
import { Confirm } from "@/ui/Confirm";
import { FailureNote } from "@/ui/FailureNote";

import { messages } from "./messages";
import type { Texts } from "./TemplatePage";
import classes from "./Templates.module.css";

type Template = Schemas["TemplateDetail"];

interface Props {
  template: Template;
  texts: Texts;
  mistakes: Readonly<Record<string, string>>;
  onChange: (texts: Texts) => void;
}

function useMayChange(template: Template): boolean {
  const { scopes } = useCaller();
  return scopes.includes("messages:write") && (!template.isAccountSecurity || scopes.includes("organisation:write"));
}

/** The parts of a text; each says its mistake with its line. */
export function Editor({ template, texts, mistakes, onChange }: Props) {
  const mayChange = useMayChange(template);
  const area = { autosize: false, className: classes.code ?? "", readOnly: !mayChange, spellCheck: false };
  const hasHtml = typeof texts.html === "string";
  const set = (part: keyof Texts, value: string | null) => onChange({ ...texts, [part]: value });
  return (
    <Stack>
      {!mayChange && <Text size="sm" c="dimmed">{messages.adminsOnly}</Text>}
      <TextInput label={messages.subject} value={texts.subject} readOnly={!mayChange} error={mistakes["subject"]} onChange={(event) => set("subject", event.currentTarget.value)} />
      <Textarea {...area} rows={14} label={messages.text} description={messages.textHint} value={texts.text} error={mistakes["text"]} onChange={(event) => set("text", event.currentTarget.value)} />
      <Switch
        label={messages.hasHtml}
        checked={hasHtml}
        disabled={!mayChange}
        onChange={(event) => set("html", event.currentTarget.checked ? (template.builtIn.html ?? "") : null)}
      />
      {hasHtml && (
        <Textarea {...area} rows={12} label={messages.html} description={messages.htmlHint} value={texts.html ?? ""} error={mistakes["html"]} onChange={(event) => set("html", event.currentTarget.value)} />
      )}
      {template.channels.includes("sms") && (
        <Textarea {...area} rows={3} label={messages.sms} description={messages.smsHint} value={texts.sms ?? ""} error={mistakes["sms"]} onChange={(event) => set("sms", event.currentTarget.value || null)} />
      )}
      {mayChange && <Keep template={template} texts={texts} isMistaken={Object.keys(mistakes).length > 0} />}
    </Stack>
  );
}

function Keep({ template, texts, isMistaken }: { template: Template; texts: Texts; isMistaken: boolean }) {
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => api.put("/api/notifications/templates/{kind}", texts, { path: { kind: template.kind } }),
    onSuccess: async (saved) => {
      queries.setQueryData(keys.template(template.kind), saved);
      notifications.show({ message: messages.saved, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.templates, exact: true });
    },
  });
  const isChanged = JSON.stringify(texts) !== JSON.stringify(template.texts);
  return (
    <>
      <FailureNote failure={save.error} />
      <Group>
        <Button loading={save.isPending} disabled={!isChanged || isMistaken} onClick={() => save.mutate()}>{messages.save}</Button>
        {template.isOwn && <Reset template={template} />}
      </Group>
    </>
  );
}

function Reset({ template }: { template: Template }) {
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => api.delete("/api/notifications/templates/{kind}", { path: { kind: template.kind } }),
    onSuccess: async () => {
      setAsks(false);
      notifications.show({ message: messages.resetDone, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.templates });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>{messages.reset}</Button>
      <Confirm opened={asks} title={messages.resetTitle} action={messages.reset} running={reset.isPending} failure={reset.error} onConfirm={() => reset.mutate()} onClose={() => setAsks(false)}>
        {messages.resetText}
      </Confirm>
    </>
  );
}
