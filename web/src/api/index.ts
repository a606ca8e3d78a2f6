export { api } from "./client";
export { keys } from "./keys";
export { csrfToken, renewLogin } from "./login";
export { Problem, Unreachable } from "./problem";
export type { Schemas } from "./types";
