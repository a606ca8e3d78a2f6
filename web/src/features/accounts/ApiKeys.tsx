import { Badge, Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { agoText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { messages } from "./messages";
import { NewKey } from "./NewKey";
import { scopeWords } from "./scopes";

type ApiKey = Schemas["ApiKeyDetail"];
const words = messages.keys;
const MOST_NAMED = 3;

/** The organisation's keys for scripts and other systems. */
export default function ApiKeys() {
  const [makes, setMakes] = useState(false);
  const found = usePages(keys.apiKeys, (cursor, signal) => api.get("/api/api-keys", { query: { cursor, limit: 50 }, signal }));
  const make = <Button leftSection={<Icon name="add" />} onClick={() => setMakes(true)}>{words.add}</Button>;
  return (
    <>
      <PageHeader title={words.title} actions={make}>{words.lead}</PageHeader>
      <div className="surface">
        <Rows
          label={words.title}
          pages={found}
          keyOf={(key) => key.id}
          rowHeight={69}
          empty={<Message icon="key" title={words.empty} action={make}>{words.emptyText}</Message>}
        >
          {(key) => <Key apiKey={key} />}
        </Rows>
      </div>
      <NewKey opened={makes} onClose={() => setMakes(false)} />
    </>
  );
}

function stateOf(key: ApiKey): string {
  if (key.revokedAt) return words.revoked;
  return key.expiresAt && new Date(key.expiresAt) < new Date() ? words.expired : words.live;
}

/** A key's scopes where they are few, otherwise how many. */
function scopesText(scopes: readonly string[]): string {
  return scopes.length > MOST_NAMED ? words.scopeCount(scopes.length) : scopes.map((scope) => scopeWords[scope] ?? scope).join(", ");
}

function Key({ apiKey }: { apiKey: ApiKey }) {
  const state = stateOf(apiKey);
  const told = [words.made(agoText(apiKey.createdAt)), apiKey.expiresAt && !apiKey.revokedAt && words.ends(agoText(apiKey.expiresAt))];
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Text component="span" fw={560} truncate>{apiKey.name}</Text>
        <Text component="span" size="sm" c="dimmed" truncate title={apiKey.scopes.join(", ")}>
          {[...told.filter(Boolean), scopesText(apiKey.scopes)].join(" · ")}
        </Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">
        {apiKey.lastUsedAt ? words.lastUsed(agoText(apiKey.lastUsedAt)) : words.neverUsed}
      </Text>
      <Badge variant="default" tt="none" className={row.word ?? ""}>{state}</Badge>
      <div className={row.action}>{state === words.live && <Revoke apiKey={apiKey} />}</div>
    </div>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => api.delete("/api/api-keys/{key_id}", { path: { key_id: apiKey.id } }),
    onSuccess: async () => {
      setAsks(false);
      await queries.invalidateQueries({ queryKey: keys.apiKeys });
    },
  });
  return (
    <>
      <Button size="xs" variant="default" aria-label={`${words.revoke}: ${apiKey.name}`} onClick={() => setAsks(true)}>{words.revoke}</Button>
      <Confirm
        opened={asks}
        title={words.revokeTitle(apiKey.name)}
        action={words.revoke}
        running={revoke.isPending}
        failure={revoke.error}
        onConfirm={() => revoke.mutate()}
        onClose={() => setAsks(false)}
      >
        {words.revokeText}
      </Confirm>
    </>
  );
}
