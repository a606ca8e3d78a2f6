import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";

import { boardMessages as words } from "./messages";

/** Says where somebody is now, with the way back. */
export function showMoved(name: string, stage: string, undo: () => void) {
  const id = `moved-${String(Date.now())}`;
  notifications.show({
    id,
    color: "pine",
    autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words.movedTo(name, stage)}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {words.undo}
        </Button>
      </Group>
    ),
  });
}
