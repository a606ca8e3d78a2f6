// node listen.mjs BASE_URL AUTH_JSON: connects with socket.io-client and prints what arrives, one JSON object a line.
// A line {"emit": name, "body": …} on standard input is emitted, and its acknowledgement printed.

import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const [baseUrl, auth] = process.argv.slice(2);
const say = (told) => console.log(JSON.stringify(told));
const socket = io(baseUrl, { auth: JSON.parse(auth), reconnection: false, autoConnect: false });

socket.on('connect', () => say({ connected: true }));
socket.on('connect_error', (error) => say({ refused: error.message, data: error.data ?? null }));
socket.on('disconnect', (reason) => say({ disconnected: reason }));
socket.onAny((name, body) => say({ event: name, body }));
socket.connect();
// The engine is there from connect() on: every frame is seen, whatever the library makes of it.
socket.io.engine.on('packet', ({ type, data }) => say({ frame: `${type} ${data ?? ''}` }));

for await (const line of createInterface({ input: process.stdin })) {
  const { emit, body } = JSON.parse(line);
  socket.emit(emit, body, (answer) => say({ acknowledged: answer }));
}
socket.disconnect();
process.exit(0);
