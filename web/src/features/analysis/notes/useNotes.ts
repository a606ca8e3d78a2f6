import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";

export type Note = Schemas["NoteShown"];
const PAGE = 100;

/** Every note of a session, in the order of its moments: a review shows them all. */
async function readAll(sessionId: string, signal: AbortSignal): Promise<Note[]> {
  const found: Note[] = [];
  let cursor: string | null = null;
  do {
    const query: { session_id: string; limit: number; cursor: string | null } = { session_id: sessionId, limit: PAGE, cursor };
    const page: Schemas["NotePage"] = await api.get("/api/interview/notes", { query, signal });
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  // They come with the newest first; of two at one moment the older stands above.
  return found.reverse().sort((one, other) => one.at_seconds - other.at_seconds);
}

export function useNotes(sessionId: string) {
  return useQuery({ queryKey: keys.notes(sessionId), queryFn: ({ signal }) => readAll(sessionId, signal) });
}

export interface Change {
  text?: string;
  at_seconds?: number;
}

/** What a person does with notes; each verb reads the list again. */
export function useNoteVerbs(sessionId: string) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.notes(sessionId) });
  const path = (note_id: string) => ({ path: { note_id } });
  return {
    write: useMutation({
      mutationFn: (note: { at_seconds: number; text: string }) => api.post("/api/interview/notes", { session_id: sessionId, ...note }),
      onSettled,
    }),
    edit: useMutation({
      mutationFn: ({ id, ...change }: Change & { id: string }) => api.patch("/api/interview/notes/{note_id}", change, path(id)),
      onSettled,
    }),
    remove: useMutation({ mutationFn: (id: string) => api.delete("/api/interview/notes/{note_id}", path(id)), onSettled }),
    restore: useMutation({ mutationFn: (id: string) => api.post("/api/interview/notes/{note_id}/restore", null, path(id)), onSettled }),
  };
}
