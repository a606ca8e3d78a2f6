import { Draggable } from "@hello-pangea/dnd";
import { ActionIcon, Menu, Text } from "@mantine/core";
import { Link } from "react-router";

import { Icon } from "@/ui/Icon";
import { agoText } from "@/ui/time";

import { STAGES, stageWords } from "../stages";
import classes from "./Board.module.css";
import type { Card } from "./columns";
import { boardMessages as words } from "./messages";

interface Props {
  card: Card;
  index: number;
  mayMove: boolean;
  onMove: (card: Card, to: string) => void;
}

/** One candidate on the board: lifted by hand or by the keyboard, or moved by its menu. */
export function CardView({ card, index, mayMove, onMove }: Props) {
  return (
    <Draggable draggableId={String(card.id)} index={index} isDragDisabled={!mayMove}>
      {(given, state) => (
        <li ref={given.innerRef} {...given.draggableProps} className={classes.card} data-lifted={state.isDragging || undefined}>
          {mayMove && (
            <div {...given.dragHandleProps} className={classes.grip} aria-label={words.moveTo(card.name)}>
              <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true" fill="currentColor">
                {[3, 8, 13].flatMap((y) => [2.5, 7.5].map((x) => <circle key={`${String(x)}-${String(y)}`} cx={x} cy={y} r="1.3" />))}
              </svg>
            </div>
          )}
          <div className={classes.told}>
            <Link className={classes.name} to={`/candidates/${String(card.id)}`}>{card.name}</Link>
            <Text size="xs" c="dimmed" lineClamp={2}>{card.profile.headline ?? card.email ?? words.added(agoText(card.createdAt))}</Text>
            {card.profile.skills.length > 0 && <Text size="xs" className={classes.skills} lineClamp={1}>{card.profile.skills.slice(0, 4).join(" · ")}</Text>}
          </div>
          {mayMove && <MoveMenu card={card} onMove={onMove} />}
        </li>
      )}
    </Draggable>
  );
}

function MoveMenu({ card, onMove }: { card: Card; onMove: (card: Card, to: string) => void }) {
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`${words.moveTo(card.name)} …`}><Icon name="dots" size={16} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {STAGES.filter((stage) => stage !== card.status).map((stage) => (
          <Menu.Item key={stage} onClick={() => onMove(card, stage)}>{stageWords(stage)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
