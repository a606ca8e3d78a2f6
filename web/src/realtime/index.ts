export type { ClientEvents, Joined, SessionEvents } from "./events";
export { candidateSocket, type LiveSocket, personSocket, watchInterviews, watchSession } from "./socket";
