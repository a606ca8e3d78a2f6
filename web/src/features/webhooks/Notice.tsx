import { CloseButton, Text } from "@mantine/core";
import type { ReactNode } from "react";

import { Icon, type IconName } from "@/ui/Icon";

import classes from "./Webhooks.module.css";

interface Props {
  tone: "good" | "bad" | "quiet";
  icon: IconName;
  title: string;
  children: ReactNode;
  /** `alert` and `status` where it appears by something that was just done. */
  role?: "alert" | "status";
  close?: { label: string; onClick: () => void };
}

/** Something to know about the whole page; its edge repeats in colour what the title says. */
export function Notice({ tone, icon, title, children, role, close }: Props) {
  return (
    <div className={`surface ${classes.notice}`} data-tone={tone} role={role}>
      <span className={classes.sign}><Icon name={icon} size={20} /></span>
      <div className={classes.told}>
        <Text fw={600}>{title}</Text>
        <Text component="div" size="sm" c="dimmed">{children}</Text>
      </div>
      {close && <CloseButton aria-label={close.label} onClick={close.onClick} />}
    </div>
  );
}
