import "./shell.styles";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Navigate, Outlet, ScrollRestoration, useLocation } from "react-router";

import { api, keys, Problem, type Schemas } from "@/api";
import { onClosedByServer } from "@/realtime/presence";
import { type Caller, CallerProvider, useCaller } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { Failed, Loading, Message } from "@/ui/States";
import { useOnline } from "@/ui/useOnline";

import { messages } from "./messages";
import { Navigation, TopBar } from "./Navigation";
import { queries } from "./queries";
import classes from "./Shell.module.css";

// What everybody who is signed in may open, a candidate too.
const OWN_PLACES = ["/account", "/me"];

function callerOf(me: Schemas["Caller"]): Caller {
  return {
    id: me.id,
    name: me.user?.name ?? me.id,
    email: me.user?.email ?? "",
    role: me.role ?? "",
    organisation: me.organisation.name,
    timezone: me.user?.timezone ?? me.organisation.timezone,
    scopes: me.scopes,
  };
}

/** Everything behind the login: who is signed in, the way around, and the page. */
export default function Shell() {
  const me = useQuery({ queryKey: keys.me, queryFn: ({ signal }) => api.get("/api/auth/me", { signal }), staleTime: 60_000 });
  const { pathname, search } = useLocation();
  if (me.error instanceof Problem && me.error.status === 401) {
    const isStart = pathname === "/" || pathname === "/interviews";
    return <Navigate to="/login" replace state={isStart ? null : { from: pathname + search }} />;
  }
  if (me.isPending) return <Loading />;
  if (me.data === undefined) return <Failed failure={me.error} retry={() => void me.refetch()} />;
  return (
    <CallerProvider caller={callerOf(me.data)}>
      <Frame />
    </CallerProvider>
  );
}

/** Whoever was shut out meanwhile is shown the way in, and whoever has another role what it allows. */
function useLoginWatched() {
  useEffect(() => onClosedByServer(() => void queries.invalidateQueries({ queryKey: keys.me })), []);
}

function Frame() {
  const content = useContentFocus();
  useLoginWatched();
  return (
    <div className={classes.frame}>
      <a className="skip-link" href="#content">{messages.skip}</a>
      <TopBar />
      <Navigation />
      <div className={classes.page}>
        <OfflineBanner />
        <main id="content" ref={content} tabIndex={-1} className={classes.content}>
          <Inside />
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}

/** A person without any scope of the organisation's side is led to their own page. */
function Inside() {
  const { scopes, role } = useCaller();
  const { pathname } = useLocation();
  if (scopes.length > 0 || OWN_PLACES.some((place) => pathname === place || pathname.startsWith(`${place}/`))) return <Outlet />;
  if (role === "candidate") return <Navigate to="/me" replace />;
  return <Message order={1} icon="info" title={messages.candidateHere.title}>{messages.candidateHere.text}</Message>;
}

function OfflineBanner() {
  if (useOnline()) return null;
  return (
    <div className={classes.offline} role="status">
      <Icon name="offline" size={16} /> {messages.offline.banner}
    </div>
  );
}

/** After going to another page the keyboard and the screen reader start at its content. */
function useContentFocus() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}
