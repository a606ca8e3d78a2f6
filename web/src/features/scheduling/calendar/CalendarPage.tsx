import type { CalendarRef } from "@fullcalendar/react";
import { Alert, Button, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useRef, useState } from "react";
import { Link, useSearchParams } from "react-router";

import { useCaller, useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import { Failed } from "@/ui/States";

import { EventDialog } from "./EventDialog";
import Grid, { type Dragged } from "./Grid";
import { messages } from "./messages";
import { MoveDialog } from "./MoveDialog";
import { EVERYBODY, Toolbar, VIEWS } from "./Toolbar";
import { type CalendarEvent, type Stretch, useEvents, useInterviewers } from "./useEvents";

/** The organisation's interviews in time; how they are shown and whose stands in the address. */
export default function CalendarPage() {
  const caller = useCaller();
  const mayMove = useMay("interviews:write");
  const { view, who, setView, setWho } = useAddress();
  const calendar = useRef<CalendarRef>(null);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [title, setTitle] = useState("");
  const [opened, setOpened] = useState<CalendarEvent | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const found = useEvents(stretch, who === EVERYBODY ? [] : [who]);
  const nameOf = useNames();
  const zone = caller.timezone;
  const turn = (way: "prev" | "next" | "today") => calendar.current?.getApi()[way]();
  const show = (next: string) => {
    calendar.current?.getApi().changeView(next);
    setView(next);
  };
  return (
    <>
      <PageHeader title={messages.title} actions={<Actions mayAdd={mayMove} />}>{messages.lead(zone)}</PageHeader>
      <Toolbar title={title} view={view} who={who} onTurn={turn} onView={show} onWho={setWho} />
      {found.data?.isCut && <Alert mb="md" icon={<Icon name="info" />}>{messages.cut}</Alert>}
      {found.isError && found.data === undefined && <Failed failure={found.error} retry={() => void found.refetch()} />}
      <section aria-label={messages.grid} aria-busy={found.isFetching} data-ready={found.isSuccess || undefined}>
        <Grid
          ref={calendar}
          found={found.data}
          view={view}
          zone={zone}
          mayMove={mayMove}
          nameOf={nameOf}
          onStretch={(next, words) => {
            setStretch(next);
            setTitle(words);
          }}
          onOpen={setOpened}
          onDrag={setDragged}
        />
      </section>
      {mayMove && view !== "listMonth" && <Text size="sm" c="dimmed" mt="xs">{messages.dragHint}</Text>}
      <EventDialog event={opened} zone={zone} mayMove={mayMove} onClose={() => setOpened(null)} />
      <MoveDialog
        key={dragged === null ? "none" : `${dragged.event.id} ${dragged.to.getTime()}`}
        dragged={dragged}
        zone={zone}
        onDone={() => setDragged(null)}
      />
    </>
  );
}

function Actions({ mayAdd }: { mayAdd: boolean }) {
  return (
    <>
      <Button component={Link} to="/account/calendar" variant="default" leftSection={<Icon name="settings" />}>{messages.own}</Button>
      {mayAdd && <Button component={Link} to="/calendar/links" variant="default" leftSection={<Icon name="link" />}>{messages.links}</Button>}
      {mayAdd && <Button component={Link} to="/interviews/new" leftSection={<Icon name="add" />}>{messages.add}</Button>}
    </>
  );
}

/** The view and the person that the address names; on a phone a list unless it says otherwise. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const isPhone = useMediaQuery("(max-width: 48em)", window.matchMedia("(max-width: 48em)").matches, { getInitialValueInEffect: false });
  const asked = params.get("view");
  const usual = isPhone ? "listMonth" : "timeGridWeek";
  const view = VIEWS.find((known) => known === asked) ?? usual;
  const set = (name: string, value: string | null) =>
    setParams((before) => {
      if (value === null) before.delete(name);
      else before.set(name, value);
      return before;
    }, { replace: true });
  return {
    view,
    who: params.get("who") ?? EVERYBODY,
    setView: (next: string) => set("view", next),
    setWho: (next: string) => set("who", next === EVERYBODY ? null : next),
  };
}

function useNames(): (userId: string) => string {
  const people = useInterviewers().data;
  return useCallback((userId: string) => people?.find((person) => person.value === userId)?.label ?? "", [people]);
}
