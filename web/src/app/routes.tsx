import { createBrowserRouter, Navigate, type RouteObject } from "react-router";

import { Loading } from "@/ui/States";

import { Broken, NotFound } from "./Dead";

type Page = () => Promise<{ default: React.ComponentType }>;

/** A page whose code is loaded when somebody goes there. */
function page(load: Page): Pick<RouteObject, "lazy" | "HydrateFallback"> {
  return { lazy: async () => ({ Component: (await load()).default }), HydrateFallback: Loading };
}

const inside: RouteObject[] = [
  { index: true, element: <Navigate to="/interviews" replace /> },
  { path: "interviews", ...page(() => import("@/features/scheduling/Interviews")) },
  { path: "interviews/new", ...page(() => import("@/features/scheduling/NewInterview")) },
  { path: "interviews/:interviewId/edit", ...page(() => import("@/features/scheduling/EditInterview")) },
  {
    path: "interviews/:interviewId",
    ...page(() => import("@/features/scheduling/InterviewFrame")),
    children: [
      { index: true, ...page(() => import("@/features/analysis/Review")) },
      { path: "setup", ...page(() => import("@/features/scheduling/Setup")) },
    ],
  },
  { path: "calendar", ...page(() => import("@/features/scheduling/calendar/CalendarPage")) },
  { path: "calendar/links", ...page(() => import("@/features/scheduling/calendar/links/BookingLinks")) },
  { path: "account/calendar", ...page(() => import("@/features/scheduling/calendar/own/OwnCalendar")) },
  { path: "candidates", ...page(() => import("@/features/candidates/Candidates")) },
  { path: "candidates/board", ...page(() => import("@/features/candidates/board/Board")) },
  { path: "candidates/:candidateId", ...page(() => import("@/features/candidates/CandidatePage")) },
  { path: "lots", ...page(() => import("@/features/candidates/lots/Lots")) },
  { path: "lots/:lotId", ...page(() => import("@/features/candidates/lots/LotPage")) },
  { path: "positions", ...page(() => import("@/features/candidates/positions/Positions")) },
  { path: "messages", ...page(() => import("@/features/notifications/Messages")) },
  { path: "messages/:messageId", ...page(() => import("@/features/notifications/MessagePage")) },
  { path: "people", ...page(() => import("@/features/accounts/people/People")) },
  {
    path: "settings",
    ...page(() => import("./Settings")),
    children: [
      { index: true, ...page(async () => ({ default: (await import("./Settings")).SettingsStart })) },
      { path: "organisation", ...page(() => import("@/features/accounts/OrganisationPage")) },
      { path: "templates", ...page(() => import("@/features/notifications/templates/Templates")) },
      { path: "templates/:kind", ...page(() => import("@/features/notifications/templates/TemplatePage")) },
      { path: "keys", ...page(() => import("@/features/accounts/ApiKeys")) },
      { path: "webhooks", ...page(() => import("@/features/webhooks/Webhooks")) },
      { path: "webhooks/:webhookId", ...page(() => import("@/features/webhooks/WebhookPage")) },
    ],
  },
  { path: "keys", element: <Navigate to="/settings/keys" replace /> },
  { path: "account/messages", ...page(() => import("@/features/notifications/QuietChannels")) },
  { path: "me", ...page(() => import("./OwnPage")) },
  { path: "account", ...page(() => import("@/features/accounts/Account")) },
];

export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    children: [
      { path: "i/:token", ...page(() => import("@/features/recording/Room")) },
      { path: "book/:token", ...page(() => import("@/features/scheduling/booking/Booking")) },
      { path: "draws/:publicId", ...page(() => import("@/features/candidates/lots/draw/PublicDraw")) },
      { path: "login", ...page(() => import("@/features/accounts/LogIn")) },
      { path: "register", ...page(() => import("@/features/accounts/entry/Register")) },
      { path: "join", ...page(() => import("@/features/accounts/entry/Join")) },
      { path: "forgot", ...page(() => import("@/features/accounts/entry/Forgot")) },
      { path: "reset", ...page(() => import("@/features/accounts/entry/Reset")) },
      { path: "/", ...page(() => import("./Shell")), children: inside },
      // Outside of the shell: whoever mistyped a candidate's link is not asked to sign in.
      { path: "*", element: <NotFound /> },
    ],
  },
]);
