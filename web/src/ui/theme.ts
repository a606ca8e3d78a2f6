import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The product's green: calm, and at shade 7 dark enough for white words (5.9 to 1). */
const pine: MantineColorsTuple = [
  "#e9f6f3", "#d3ebe5", "#a6d8cc", "#74c3b1", "#4bb19b", "#319f88", "#1d8773", "#0c6b5e", "#08564c", "#04433b",
];

/** Warm greys: paper by day, slate by night. */
const gray: MantineColorsTuple = [
  "#faf9f6", "#f3f1ec", "#e8e5de", "#d9d5cc", "#bdb8ad", "#8f8a80", "#6a665e", "#4d4a44", "#33312d", "#1e1d1a",
];

const dark: MantineColorsTuple = [
  "#e7ebe8", "#c5ccc8", "#a3ada8", "#7c8883", "#4a5551", "#38413e", "#272f2c", "#1c2220", "#151a18", "#0f1312",
];

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 7 },
  colors: { pine, gray, dark },
  fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  defaultRadius: "md",
  radius: { xs: "4px", sm: "7px", md: "10px", lg: "14px", xl: "22px" },
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.05rem", lineHeight: "1.4" },
    },
  },
  shadows: {
    xs: "0 1px 2px rgb(20 30 26 / 6%)",
    sm: "0 1px 3px rgb(20 30 26 / 8%), 0 4px 14px rgb(20 30 26 / 5%)",
    md: "0 2px 6px rgb(20 30 26 / 8%), 0 12px 32px rgb(20 30 26 / 8%)",
  },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, padding: "lg" },
      styles: { content: { background: "var(--surface)" }, header: { background: "var(--surface)" }, title: { fontWeight: 600 } },
    },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/** Surfaces and words of the product, by the names that its style sheets use. */
export const cssVariables: CSSVariablesResolver = (mantine) => ({
  variables: {},
  light: {
    "--mantine-color-body": mantine.colors.gray[0],
    "--mantine-color-text": "#1c2320",
    "--mantine-color-dimmed": "#5d625d",
    "--mantine-color-anchor": "#0c6b5e",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-placeholder": "#6f736c",
    "--surface": "#ffffff",
    "--surface-sunken": "#f3f1ec",
    "--hairline": "#e4e0d8",
    "--accent-quiet": "#e4f2ee",
    "--accent-text": "#0a5f53",
    "--live": "#c2410c",
  },
  dark: {
    "--mantine-color-body": "#131716",
    "--mantine-color-text": "#e7ebe8",
    "--mantine-color-dimmed": "#a3ada8",
    "--mantine-color-anchor": "#7fd1bf",
    "--mantine-color-error": "#ff9c92",
    "--mantine-color-placeholder": "#94a09b",
    "--surface": "#1b201e",
    "--surface-sunken": "#171b1a",
    "--hairline": "#2d3532",
    "--accent-quiet": "#17322c",
    "--accent-text": "#8fdccb",
    "--live": "#ff9a6b",
  },
});
