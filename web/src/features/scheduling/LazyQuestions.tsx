import { type ComponentProps, lazy, Suspense } from "react";

import { Loading } from "@/ui/States";

const Loaded = lazy(() => import("./QuestionList").then(({ QuestionList }) => ({ default: QuestionList })));

/** The plan while it is written. It stands far down the page, so the page is there before its editor is. */
export function QuestionList(props: ComponentProps<typeof Loaded>) {
  return <Suspense fallback={<Loading />}><Loaded {...props} /></Suspense>;
}
