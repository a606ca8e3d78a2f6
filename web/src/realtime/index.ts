export type { ClientEvents, Joined, SessionEvents } from "./events";
export { candidateSocket, dropPersonSocket, type LiveSocket, personSocket, watchSession } from "./socket";
