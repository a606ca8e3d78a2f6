/**
 * Writes src/api/schema.ts from the OpenAPI document on standard input; with --check it only compares.
 *
 *     flask --app app spec | node scripts/api.mjs
 */
import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

import openapi, { astToString } from "openapi-typescript";

const PATH = new URL("../src/api/schema.ts", import.meta.url);
const HEAD = "/* Generated from /api/openapi.json by `make web-api`; do not edit. */\n\n";

const document = JSON.parse(await text(process.stdin));
tellWhatAnswersHold(document);
const written = HEAD + astToString(await openapi(document, { alphabetize: true, defaultNonNullable: false }));

/** The server answers every member of a schema, with null where there is nothing: only requests may leave some out. */
function tellWhatAnswersHold({ paths, components }) {
  const asked = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    const name = node.$ref?.split("/").pop();
    if (name && !asked.has(name)) {
      asked.add(name);
      visit(components.schemas[name]);
    }
    Object.values(node).forEach(visit);
  };
  for (const path of Object.values(paths)) {
    for (const operation of Object.values(path)) visit(operation.requestBody);
  }
  for (const [name, schema] of Object.entries(components.schemas)) {
    if (!asked.has(name) && name !== "Problem") schema.required = Object.keys(schema.properties ?? {});
  }
}

if (process.argv.includes("--check")) {
  const kept = await readFile(PATH, "utf8").catch(() => "");
  if (kept !== written) {
    console.error("web/src/api/schema.ts does not match the server's API. Write it again with: make web-api");
    process.exitCode = 1;
  }
} else {
  await writeFile(PATH, written);
}
