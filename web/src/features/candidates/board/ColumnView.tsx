import { Droppable } from "@hello-pangea/dnd";
import { Text } from "@mantine/core";
import { Link } from "react-router";

import { StageBadge } from "../StageBadge";
import { stageWords } from "../stages";
import classes from "./Board.module.css";
import { CardView } from "./CardView";
import { type Board, type Card, countText } from "./columns";
import { boardMessages as words } from "./messages";

interface Props {
  column: Board["columns"][number];
  isChosen: boolean;
  mayMove: boolean;
  onMove: (card: Card, to: string) => void;
}

/** One stage with the newest who are in it. */
export function ColumnView({ column, isChosen, mayMove, onMove }: Props) {
  const hasMore = column.isCountCut || column.count > column.items.length;
  return (
    <section className={classes.column} data-chosen={isChosen || undefined} aria-label={words.column(stageWords(column.status), countText(column))}>
      <header className={classes.head}>
        <StageBadge stage={column.status} />
        <Text size="sm" c="dimmed" className="numbers">{countText(column)}</Text>
      </header>
      <Droppable droppableId={column.status}>
        {(given, state) => (
          <ul ref={given.innerRef} {...given.droppableProps} className={classes.cards} data-over={state.isDraggingOver || undefined} aria-label={stageWords(column.status)}>
            {column.items.map((card, index) => <CardView key={card.id} card={card} index={index} mayMove={mayMove} onMove={onMove} />)}
            {given.placeholder}
            {column.items.length === 0 && !state.isDraggingOver && <li className={classes.empty}>{words.empty}</li>}
          </ul>
        )}
      </Droppable>
      {hasMore && <Link className={classes.more} to={`/candidates?status=${column.status}`} aria-label={`${words.more}: ${stageWords(column.status)}`}>{words.more}</Link>}
    </section>
  );
}
