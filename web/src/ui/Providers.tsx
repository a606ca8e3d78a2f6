import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { setNonce } from "get-nonce";
import type { ReactNode } from "react";

import { cssVariables, theme } from "./theme";

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
      <Notifications position="bottom-right" autoClose={6000} limit={3} />
      {children}
    </MantineProvider>
  );
}
