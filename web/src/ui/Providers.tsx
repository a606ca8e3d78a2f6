import { MantineProvider } from "@mantine/core";
import { setNonce } from "get-nonce";
import { lazy, type ReactNode, Suspense } from "react";

import { cssVariables, theme } from "./theme";

// No page begins with news, so none waits for where they appear.
const Notices = lazy(() => import("./Notices"));

/** The value that lets the page's own style elements pass the content policy; the server puts it into the page. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}

/** What every widget needs around it. */
export function WidgetProviders({ children }: { children: ReactNode }) {
  setNonce(styleNonce());
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      deduplicateCssVariables={false}
    >
      <Suspense><Notices /></Suspense>
      {children}
    </MantineProvider>
  );
}
