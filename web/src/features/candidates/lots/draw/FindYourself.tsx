import "@mantine/core/styles/SimpleGrid.css";

import { Button, Group, SimpleGrid, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";

import classes from "./Draw.module.css";
import { type DrawFile, pseudonym, standingOf } from "./file";
import { messages } from "./messages";

const words = messages.public;

async function look(file: DrawFile, candidate: string, secret: string): Promise<string> {
  const found = standingOf(file, await pseudonym(file.published.publicId, candidate.trim(), secret.trim()));
  if (found === null) return words.notFound;
  return found.rank === null ? words.found(found.number) : words.foundDrawn(found.number, found.rank, words.mine[found.place] ?? "");
}

/** A candidate's own place, computed in their browser: nothing they enter is sent. */
export function FindYourself({ file }: { file: DrawFile }) {
  const [candidate, setCandidate] = useState("");
  const [secret, setSecret] = useState("");
  const [told, setTold] = useState("");
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Title order={2} size="h3" mb="xs">{words.me}</Title>
      <Text size="sm" c="dimmed" mb="sm">{words.meLead}</Text>
      {window.isSecureContext ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void look(file, candidate, secret).then(setTold);
          }}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={words.candidate} inputMode="numeric" autoComplete="off" value={candidate} onChange={(event) => setCandidate(event.currentTarget.value)} />
            <TextInput label={words.secret} autoComplete="off" value={secret} onChange={(event) => setSecret(event.currentTarget.value)} />
          </SimpleGrid>
          <Group mt="md"><Button type="submit" variant="default">{words.look}</Button></Group>
          <Text role="status" mt={told ? "sm" : 0} fw={560}>{told}</Text>
        </form>
      ) : (
        <Text>{words.insecure}</Text>
      )}
    </section>
  );
}
