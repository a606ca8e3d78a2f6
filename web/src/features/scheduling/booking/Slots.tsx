import { ActionIcon, Button, Group, Text, Title } from "@mantine/core";

import { Icon } from "@/ui/Icon";
import { Message } from "@/ui/States";
import { ZoneField } from "@/ui/ZoneField";

import classes from "./Booking.module.css";
import { byDay, clockText, dayText, plusDays, wholeText } from "./days";
import { messages } from "./messages";
import type { Preview } from "./useBooking";

const LAST_OF_WEEK = 6;

interface Props {
  preview: Preview;
  zone: string;
  chosen: string | null;
  isTurning: boolean;
  isTaking: boolean;
  isMove: boolean;
  onZone: (zone: string) => void;
  onDay: (day: string) => void;
  onChoose: (slot: string) => void;
  onTake: (slot: string) => void;
  onKeep: (() => void) | null;
}

/** A week of free times; one is chosen, then confirmed. */
export function Slots(props: Props) {
  const { preview, zone, chosen, isTurning, onZone, onDay, onChoose } = props;
  const { week } = preview;
  const slots = week.slots.filter((slot): slot is string => slot !== null && slot !== preview.booked?.startsAt);
  return (
    <div className={classes.slots}>
      <ZoneField label={messages.zone} value={zone} onChange={(value) => value && onZone(value)} />
      <Group justify="space-between" wrap="nowrap" mt="lg" mb="xs">
        <ActionIcon variant="default" size={44} aria-label={messages.earlier} disabled={week.previous === null} onClick={() => week.previous && onDay(week.previous)}>
          <Icon name="arrowLeft" />
        </ActionIcon>
        <Title order={2} fz="md" ta="center" aria-live="polite">
          {messages.week(dayText(week.firstDay, "short"), dayText(plusDays(week.firstDay, LAST_OF_WEEK), "short"))}
        </Title>
        <ActionIcon variant="default" size={44} aria-label={messages.later} disabled={week.next === null} onClick={() => week.next && onDay(week.next)}>
          <Icon name="arrowRight" />
        </ActionIcon>
      </Group>
      <div aria-busy={isTurning} className={isTurning ? classes.turning : undefined}>
        {byDay(slots, zone).map((day) => (
          <section key={day.day} className={classes.day} aria-label={messages.day(dayText(day.day))}>
            <Text component="h3" fw={560}>{dayText(day.day)}</Text>
            <div className={classes.times}>
              {day.slots.map((slot) => (
                <Button
                  key={slot}
                  variant={slot === chosen ? "filled" : "default"}
                  aria-pressed={slot === chosen}
                  className={classes.time ?? ""}
                  onClick={() => onChoose(slot)}
                >
                  {clockText(slot, zone, day.slots)}
                </Button>
              ))}
            </div>
          </section>
        ))}
        {slots.length === 0 && <Nothing preview={preview} onDay={onDay} />}
      </div>
      <Foot {...props} />
    </div>
  );
}

function Nothing({ preview, onDay }: { preview: Preview; onDay: (day: string) => void }) {
  const { nextFree, previous } = preview.week;
  const isOver = nextFree === null && previous === null;
  return (
    <Message
      icon="calendar"
      title={isOver ? messages.noneAtAll : messages.none}
      action={nextFree ? <Button variant="default" onClick={() => onDay(nextFree)}>{messages.nextFree(dayText(nextFree))}</Button> : undefined}
    >
      {isOver ? messages.noneText : undefined}
    </Message>
  );
}

/** The choice and its confirmation, always in reach of a thumb. */
function Foot({ preview, zone, chosen, isTaking, isMove, onTake, onKeep }: Props) {
  if (chosen === null) return onKeep && <Button variant="default" mt="lg" fullWidth size="md" onClick={onKeep}>{messages.keep}</Button>;
  const ends = new Date(Date.parse(chosen) + preview.durationMinutes * 60_000).toISOString();
  return (
    <div className={classes.foot} role="region" aria-label={messages.chosen}>
      <Text fw={560} aria-live="polite">{wholeText(chosen, ends, zone)}</Text>
      <Group gap="xs" mt="xs" grow>
        {onKeep && <Button variant="default" size="md" onClick={onKeep}>{messages.keep}</Button>}
        <Button size="md" loading={isTaking} onClick={() => onTake(chosen)}>{isMove ? messages.moveTo : messages.book}</Button>
      </Group>
    </div>
  );
}
