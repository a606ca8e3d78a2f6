import FullCalendar, { type CalendarRef, type EventDropInfo } from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import listPlugin from "@fullcalendar/react/list";
import classicThemePlugin from "@fullcalendar/react/themes/classic";
import timeGridPlugin from "@fullcalendar/react/timegrid";
import { type Ref, useMemo } from "react";

import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";

import classes from "./Grid.module.css";
import { messages } from "./messages";
import { hoursOf } from "./times";
import type { CalendarEvent, CalendarEvents, Stretch } from "./useEvents";

const PLUGINS = [dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin, classicThemePlugin];
// A list has room for all the words.
const BY_VIEW = { listMonth: { listItemEventTitleClass: classes.whole ?? "" } };
const TIME = { hour: "numeric", minute: "2-digit" } as const;

/** An interview that was dragged; `putBack` undoes it on the screen. */
export interface Dragged {
  event: CalendarEvent;
  to: Date;
  isPast: boolean;
  putBack: () => void;
}

interface Props {
  ref: Ref<CalendarRef>;
  found: CalendarEvents | undefined;
  view: string;
  zone: string;
  mayMove: boolean;
  nameOf: (userId: string) => string;
  onStretch: (stretch: Stretch, title: string) => void;
  onOpen: (event: CalendarEvent) => void;
  onDrag: (dragged: Dragged) => void;
}

function shownEvents(found: CalendarEvents | undefined, mayMove: boolean, nameOf: (userId: string) => string) {
  const interviews = (found?.items ?? []).map((event) => ({
    id: event.id,
    title: `${event.candidateName} · ${event.title}`,
    start: event.startsAt ?? "",
    end: event.endsAt ?? "",
    startEditable: mayMove && event.status === "scheduled",
    className: classes[event.status] ?? "",
    extendedProps: { event },
  }));
  const busy = (found?.busy ?? []).map((stretch, index) => ({
    id: `busy-${index}`,
    title: messages.busyOf(nameOf(stretch.userId)),
    start: stretch.startsAt ?? "",
    end: stretch.endsAt ?? "",
    display: "background" as const,
    className: classes.busy ?? "",
  }));
  return [...interviews, ...busy];
}

function eventOf(props: Record<string, unknown>): CalendarEvent | null {
  return (props["event"] as CalendarEvent | undefined) ?? null;
}

/** The calendar itself. It draws with the page's own style sheets and asks no server. */
export default function Grid({ ref, found, view, zone, mayMove, nameOf, onStretch, onOpen, onDrag }: Props) {
  const events = useMemo(() => shownEvents(found, mayMove, nameOf), [found, mayMove, nameOf]);
  const hours = useMemo(() => hoursOf(found?.items ?? [], zone), [found, zone]);
  const drop = (info: EventDropInfo) => {
    const event = eventOf(info.event.extendedProps);
    if (event === null) return;
    const to = new Date(info.event.startStr);
    onDrag({ event, to, isPast: to.getTime() < Date.now(), putBack: info.revert });
  };
  return (
    <div className={classes.grid}>
      <FullCalendar
        ref={ref}
        plugins={PLUGINS}
        initialView={view}
        headerToolbar={false}
        timeZone={zone}
        events={events}
        height="auto"
        firstDay={1}
        nowIndicator
        allDaySlot={false}
        slotMinTime={hours.first}
        slotMaxTime={hours.last}
        locale={navigator.language}
        scrollTime="08:00:00"
        dayMaxEvents={4}
        eventDurationEditable={false}
        eventInteractive
        listItemEventClass={classes.item ?? ""}
        views={BY_VIEW}
        longPressDelay={400}
        eventTimeFormat={TIME}
        slotHeaderFormat={TIME}
        noEventsContent={messages.none}
        datesSet={(info) => onStretch({ from: new Date(info.startStr).toISOString(), to: new Date(info.endStr).toISOString() }, info.view.title)}
        eventClick={(info) => {
          const event = eventOf(info.event.extendedProps);
          if (event !== null) onOpen(event);
        }}
        eventDrop={drop}
      />
    </div>
  );
}
