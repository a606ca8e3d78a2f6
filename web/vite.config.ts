import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { precompressed } from "./scripts/precompressed.ts";

const SERVER = process.env["API_URL"] ?? "http://127.0.0.1:5000";

export default defineConfig({
  plugins: [react(), precompressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // The server puts a fresh value in the place of this word whenever it serves the page.
  html: { cspNonce: "NONCE_OF_THIS_ANSWER" },
  build: {
    target: "es2022",
    // Nothing is inlined as a data: address, because the content policy allows scripts and fonts from files alone.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
  },
  server: {
    proxy: {
      "/api": SERVER,
      "/health": SERVER,
      "/socket.io": { target: SERVER, ws: true },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./src/testing/setup.ts"],
    restoreMocks: true,
    // One worker: the machines that run this have two cores and run the server beside it.
    maxWorkers: 1,
  },
});
