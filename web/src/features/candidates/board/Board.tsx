import { DragDropContext, type DropResult } from "@hello-pangea/dnd";
import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { getNonce } from "get-nonce";
import { useState } from "react";
import { Link } from "react-router";

import { useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";

import { stageWords } from "../stages";
import { Views } from "../Views";
import classes from "./Board.module.css";
import { ColumnView } from "./ColumnView";
import { type Board as Data, type Card, countText } from "./columns";
import { boardMessages as words } from "./messages";
import { useBoard } from "./useBoard";

/** The pipeline: a column for each stage, one at a time on a phone. */
export default function Board() {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { board, move } = useBoard(search);
  return (
    <>
      <PageHeader title={words.title}>{words.lead}</PageHeader>
      <Views />
      <TextInput
        mb="md"
        maw={460}
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={typed && <CloseButton size="sm" aria-label={words.clear} onClick={() => setTyped("")} />}
      />
      {board.data ? <Columns board={board.data} isSearched={search !== ""} onMove={move} /> : board.isError ? <Failed failure={board.error} retry={() => void board.refetch()} /> : <Loading />}
    </>
  );
}

interface ColumnsProps {
  board: Data;
  isSearched: boolean;
  onMove: (card: Card, to: string, place?: number) => void;
}

function Columns({ board, isSearched, onMove }: ColumnsProps) {
  const mayMove = useMay("candidates:write");
  const [chosen, setChosen] = useState<string>(board.columns.find((column) => column.count > 0)?.status ?? "new");
  const cards = board.columns.flatMap((column) => column.items);
  const drop = ({ draggableId, destination, source }: DropResult) => {
    const card = cards.find((one) => String(one.id) === draggableId);
    if (card && destination && destination.droppableId !== source.droppableId) onMove(card, destination.droppableId, destination.index);
  };
  if (cards.length === 0 && !isSearched) {
    return <Message icon="person" title={words.nobody} action={<Button component={Link} to="/candidates">{words.toList}</Button>}>{words.nobodyText}</Message>;
  }
  return (
    <>
      <Select
        className={classes.choice ?? ""}
        label={words.choose}
        allowDeselect={false}
        value={chosen}
        onChange={(value) => setChosen(value ?? "new")}
        data={board.columns.map((column) => ({ value: column.status, label: `${stageWords(column.status)} (${countText(column)})` }))}
      />
      <DragDropContext onDragEnd={drop} nonce={getNonce() ?? ""} dragHandleUsageInstructions={words.drag}>
        <div className={classes.board}>
          {board.columns.map((column) => (
            <ColumnView key={column.status} column={column} isChosen={column.status === chosen} mayMove={mayMove} onMove={onMove} />
          ))}
        </div>
      </DragDropContext>
    </>
  );
}
