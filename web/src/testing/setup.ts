import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// Mantine asks for both; happy-dom answers neither in the form it expects.
window.matchMedia = (query: string) =>
  ({ matches: false, media: query, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as unknown as MediaQueryList;

afterEach(cleanup);
