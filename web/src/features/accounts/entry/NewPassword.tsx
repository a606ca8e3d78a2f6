import { PasswordInput, type PasswordInputProps } from "@mantine/core";

import { messages } from "./messages";

const SHORTEST = 8;

/** Why a password cannot be taken; the server knows more rules. */
export function passwordFault(value: string): string | null {
  return value.length < SHORTEST ? messages.passwordShort : null;
}

/** The field of a password that is chosen here; shown on request, so that it is typed once. */
export function NewPassword(props: PasswordInputProps) {
  return (
    <PasswordInput
      {...props}
      label={messages.password}
      description={messages.passwordRule}
      autoComplete="new-password"
      size="md"
      visibilityToggleButtonProps={{ "aria-label": messages.showPassword, tabIndex: 0 }}
    />
  );
}
