import { Badge, Button, CloseButton, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { useCaller } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { agoText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { messages as all } from "../messages";
import { InvitePerson } from "./InvitePerson";
import { Manage } from "./Manage";
import { messages } from "./messages";
import classes from "./People.module.css";

type User = Schemas["UserDetail"];
const TYPING_MS = 250;

/** The organisation's people: who is there, who is invited, who may do what. */
export default function People() {
  const [invites, setInvites] = useState(false);
  const [search, setSearch] = useState("");
  const [role, setRole] = useState("");
  const [asked] = useDebouncedValue(search.trim(), TYPING_MS);
  const people = usePages(
    [...keys.users, asked, role],
    (cursor, signal) => api.get("/api/users", { query: { cursor, limit: 50, search: asked, role }, signal }),
    { isSearched: true },
  );
  const isFiltered = asked !== "" || role !== "";
  const empty = isFiltered
    ? <Message icon="search" title={messages.nobody}>{messages.nobodyText}</Message>
    : <Message icon="people" title={messages.empty} />;
  return (
    <>
      <PageHeader
        title={messages.title}
        actions={<Button leftSection={<Icon name="add" />} onClick={() => setInvites(true)}>{messages.invite}</Button>}
      >
        {messages.lead}
      </PageHeader>
      <Group gap="sm" mb="md">
        <TextInput
          aria-label={messages.search}
          placeholder={messages.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          leftSection={<Icon name="search" size={16} />}
          rightSection={search && <CloseButton aria-label="Clear" onClick={() => setSearch("")} />}
          className={classes.search ?? ""}
        />
        <NativeSelect
          aria-label={messages.role}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={[{ value: "", label: messages.anyRole }, ...Object.entries(all.roles).map(([value, label]) => ({ value, label }))]}
        />
      </Group>
      <div className="surface">
        <Rows label={messages.title} pages={people} keyOf={(user) => user.id} rowHeight={69} empty={empty}>
          {(user) => <Person user={user} />}
        </Rows>
      </div>
      <InvitePerson opened={invites} onClose={() => setInvites(false)} />
    </>
  );
}

function Person({ user }: { user: User }) {
  const isSelf = useCaller().id === user.id;
  const state = messages.states[user.state];
  return (
    <div className={`${row.row} ${classes.person}`}>
      <div className={row.main}>
        <Text component="span" fw={560} truncate>{user.name}</Text>
        <Text component="span" size="sm" c="dimmed" truncate>{user.email}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">{agoText(user.createdAt)}</Text>
      <div className={classes.words}>
        {isSelf && <Badge variant="light" tt="none">{messages.you}</Badge>}
        {state !== undefined && (
          <Badge variant="light" color={user.state === "disabled" ? "red" : "pine"} tt="none">{state}</Badge>
        )}
        <Badge variant="default" tt="none" className={row.word ?? ""}>{all.roles[user.role] ?? user.role}</Badge>
      </div>
      <div className={classes.manage}><Manage user={user} isSelf={isSelf} /></div>
    </div>
  );
}
