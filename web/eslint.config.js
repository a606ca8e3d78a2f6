import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Forbids imports by pattern, with the reason that is shown. */
const forbid = (...rules) => ({
  "no-restricted-imports": ["error", { patterns: rules.map(([group, message]) => ({ group, message })) }],
});

const UP = [["../../**", "../**/features/**"], "Leave a feature through @/ui, @/api or @/realtime only."];
const FEATURES = [["@/features/**", "@/app/**"], "Floors: app → features → ui | api | realtime. Features never meet."];
const PLAIN = [["react", "react-*", "@mantine/*", "@tanstack/*", "@/ui/**"], "Plain TypeScript, without React."];

export default tseslint.config(
  { ignores: ["dist", "dist.*", "node_modules", "src/api/schema.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-invalid-void-type": "off",
      // The compiler tells an index signature from a member; the brackets show it.
      "@typescript-eslint/dot-notation": "off",
      // A page that opens for one purpose may put the keyboard into its first field.
      "jsx-a11y/no-autofocus": "off",
    },
  },
  { files: ["src/features/**"], rules: forbid(FEATURES, UP) },
  { files: ["src/ui/**"], rules: forbid(FEATURES, [["@/api/**", "@/realtime/**"], "Widgets know no server."]) },
  { files: ["src/api/**", "src/realtime/**"], rules: forbid(FEATURES, PLAIN) },
  { files: ["src/recorder/**"], rules: forbid(FEATURES, PLAIN, [["@/realtime/**"], "The recorder speaks tus alone."]) },
  { files: ["**/*.test.{ts,tsx}", "src/testing/**"], rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off" } },
  { files: ["**/*.js", "**/*.mjs"], ...tseslint.configs.disableTypeChecked },
  { files: ["scripts/**"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } }, rules: { "no-console": "off" } },
);
