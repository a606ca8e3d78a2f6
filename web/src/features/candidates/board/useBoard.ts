import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { notifications } from "@mantine/notifications";

import { api, keys } from "@/api";

import { messages } from "../messages";
import { isStage, stageWords } from "../stages";
import { type Board, type Card, withMoved } from "./columns";
import { showMoved } from "./Moved";

const SHOWN = 20;
const REFRESH_MS = 30_000;

interface Move {
  card: Card;
  to: string;
  place?: number;
  isUndo?: boolean;
}

/** The board, shown as it will be as soon as a card is put down, and as it was where the server refuses. */
export function useBoard(search: string) {
  const queries = useQueryClient();
  const key = [...keys.candidates, "board", search];
  const board = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get("/api/admin/candidates/board", { query: { search, limit: SHOWN }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  const move = useMutation({
    mutationFn: ({ card, to }: Move) =>
      api.post("/api/admin/candidates/{candidate_id}/status", { status: isStage(to) ? to : "new", reason: null }, { path: { candidate_id: card.id } }),
    onMutate: async ({ card, to, place }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<Board>(key);
      if (before) queries.setQueryData<Board>(key, withMoved(before, card.id, to, place));
      return { before };
    },
    onError: (failure, { card }, context) => {
      queries.setQueryData(key, context?.before);
      notifications.show({ color: "red", title: messages.notMoved(card.name), message: failure.message });
    },
    onSuccess: (_, { card, to, isUndo }) => {
      if (!isUndo) showMoved(card.name, stageWords(to), () => move.mutate({ card: { ...card, status: to }, to: card.status, isUndo: true }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.candidates }),
  });
  return { board, move: (card: Card, to: string, place?: number) => move.mutate({ card, to, ...(place === undefined ? {} : { place }) }) };
}
