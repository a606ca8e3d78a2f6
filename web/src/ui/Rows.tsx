import { Button, Center, Loader, Skeleton, Stack } from "@mantine/core";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

import classes from "./Rows.module.css";
import { Failed } from "./States";
import type { Pages } from "./usePages";

interface Props<Row> {
  label: string;
  pages: Pages<Row>;
  keyOf: (row: Row) => string | number;
  /** About how high a row is, in pixels; rows measure themselves. */
  rowHeight: number;
  children: (row: Row) => ReactNode;
  empty: ReactNode;
}

const AHEAD = 12;

/** A list of any length: only what is near the screen is in the page, and the next page is read before its end. */
export function Rows<Row>(props: Props<Row>) {
  const { pages } = props;
  if (pages.isFirstLoading) return <Waiting height={props.rowHeight} />;
  if (pages.failure && pages.rows.length === 0) return <Failed failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0) return props.empty;
  return <Filled {...props} />;
}

function Filled<Row>({ label, pages, keyOf, rowHeight, children }: Props<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0), []);
  const window = useWindowVirtualizer({
    count: pages.rows.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: above,
    getItemKey: (index) => keyOf(pages.rows[index] as Row),
  });
  const shown = window.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasMore, isFailedFurther, more } = pages;
  useEffect(() => {
    if (last >= pages.rows.length - AHEAD && hasMore && !isFailedFurther) more();
  }, [last, pages.rows.length, hasMore, isFailedFurther, more]);
  return (
    <>
      <ul ref={list} className={classes.list} aria-label={label} style={{ height: window.getTotalSize() }}>
        {shown.map((item) => (
          <li
            key={item.key}
            ref={window.measureElement}
            data-index={item.index}
            className={classes.row}
            aria-setsize={pages.hasMore ? -1 : pages.rows.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - above}px)` }}
          >
            {children(pages.rows[item.index] as Row)}
          </li>
        ))}
      </ul>
      <End pages={pages} />
    </>
  );
}

function End<Row>({ pages }: { pages: Pages<Row> }) {
  if (pages.isFailedFurther) {
    return (
      <Center p="md">
        <Button variant="default" onClick={pages.retry}>The rest could not be loaded. Try again</Button>
      </Center>
    );
  }
  if (!pages.hasMore) return null;
  return <Center p="md"><Loader size="sm" type="dots" /></Center>;
}

function Waiting({ height }: { height: number }) {
  return (
    <Stack gap={1} role="status" aria-label="Loading">
      {[0.9, 0.75, 0.6, 0.45, 0.3].map((opacity) => (
        <div key={opacity} className={classes.waiting} style={{ height, opacity }}>
          <Skeleton height={12} width="34%" radius="xl" />
          <Skeleton height={10} width="18%" radius="xl" />
        </div>
      ))}
    </Stack>
  );
}
