import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import { api, keys } from "@/api";

import { type Draft, request } from "./draft";
import type { DraftQuestion } from "./plan";

export interface Order {
  draft: Draft;
  questions: readonly DraftQuestion[];
  invites: boolean;
  /** Whether people who are not free are booked knowingly. */
  forces: boolean;
}

/** Where the link of an invitation waits until its page shows it; in memory alone, because it is told once. */
export const freshLink = (interviewId: string) => ["fresh link", interviewId] as const;

/** Creates the interview, where asked with its candidate and first link; a second try goes on where one failed. */
export function useCreate(onCreated: (interviewId: string) => void) {
  const queries = useQueryClient();
  const added = useRef<{ name: string; email: string; id: number } | null>(null);

  async function candidateOf(draft: Draft): Promise<number> {
    if (draft.who === "known") return Number(draft.candidateId);
    const [name, email] = [draft.name.trim(), draft.email.trim()];
    if (added.current?.name === name && added.current.email === email) return added.current.id;
    const { id } = await api.post("/api/admin/candidates", { name, email: email || null });
    added.current = { name, email, id };
    return id;
  }

  return useMutation({
    mutationFn: async ({ draft, questions, invites, forces }: Order) => {
      const candidateId = await candidateOf(draft);
      const { id } = await api.post("/api/admin/interviews", { ...request(draft, candidateId, questions), force: forces });
      if (invites) {
        // The interview stands; a link that could not be made now is made on its page.
        const path = { interview_id: id };
        const made = await api.post("/api/admin/interviews/{interview_id}/invitations", {}, { path }).catch(() => null);
        if (made) queries.setQueryData(freshLink(id), made.link);
      }
      return id;
    },
    onSuccess: (id) => {
      void queries.invalidateQueries({ queryKey: keys.interviews });
      void queries.invalidateQueries({ queryKey: keys.candidates });
      onCreated(id);
    },
  });
}
