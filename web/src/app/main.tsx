import "@/ui/styles";

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";

import { WidgetProviders } from "@/ui/Providers";

import { queries } from "./queries";
import { router } from "./routes";

const place = document.getElementById("root");
if (place === null) throw new Error("The page has no place for the client.");

createRoot(place).render(
  <StrictMode>
    <WidgetProviders>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </WidgetProviders>
  </StrictMode>,
);
