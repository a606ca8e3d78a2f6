// node conduct.mjs LISTING BASE_URL TOKEN: runs a listing of page functions as it stands and prints what they return.
// Node has no page whose address a relative one could be resolved against; that alone is added here.

import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const [listing, baseUrl, token] = process.argv.slice(2);
const plainFetch = globalThis.fetch;
globalThis.fetch = (path, options) => plainFetch(new URL(path, baseUrl), options);
vm.runInThisContext(readFileSync(listing, 'utf8'), { filename: listing });

const sessionId = await startInterview(token);
const questionId = await addQuestion(sessionId, 'What is a database index?', 'technical');
const answerId = await addAnswer(sessionId, questionId, 'It finds rows without reading the whole table.', 12);
const success = await endInterview(sessionId);
console.log(JSON.stringify({ sessionId, questionId, answerId, success }));
