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
  {
    path: "interviews/:interviewId",
    ...page(() => import("@/features/scheduling/InterviewFrame")),
    children: [
      { index: true, ...page(() => import("@/features/analysis/Review")) },
      { path: "setup", ...page(() => import("@/features/scheduling/Setup")) },
    ],
  },
  { path: "candidates", ...page(() => import("@/features/candidates/Candidates")) },
  { path: "candidates/:candidateId", ...page(() => import("@/features/candidates/CandidatePage")) },
  { path: "people", ...page(() => import("@/features/accounts/People")) },
  { path: "keys", ...page(() => import("@/features/accounts/ApiKeys")) },
  { path: "account", ...page(() => import("@/features/accounts/Account")) },
];

export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    children: [
      { path: "i/:token", ...page(() => import("@/features/recording/Room")) },
      { path: "login", ...page(() => import("@/features/accounts/LogIn")) },
      { path: "/", ...page(() => import("./Shell")), children: inside },
      // Outside of the shell: whoever mistyped a candidate's link is not asked to sign in.
      { path: "*", element: <NotFound /> },
    ],
  },
]);
