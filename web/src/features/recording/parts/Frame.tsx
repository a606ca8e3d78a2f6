import { Container, Group, Text, Title, VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";

import { Logo } from "@/ui/Logo";

import { messages } from "../messages";
import classes from "./Frame.module.css";

export type StepName = "welcome" | "consent" | "devices" | "practice" | "interview" | "review" | "thanks";

const STEPS: readonly StepName[] = ["welcome", "consent", "devices", "practice", "interview", "review"];

interface FrameProps {
  step: StepName;
  title: string;
  /** Whether the title is for screen readers alone. */
  hidesTitle?: boolean;
  intro?: ReactNode;
  /** What stands at the right end of the head. */
  aside?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}

/** One step of the room: its head, the way through, its title, which takes the keyboard when the step begins. */
export function Frame({ step, title, hidesTitle = false, intro, aside, isWide = false, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);
  return (
    <div className={classes.page}>
      <title>{messages.documentTitle(messages.steps[step])}</title>
      <header className={classes.head}>
        <Container size={isWide ? 1180 : 720} className={classes.headInner}>
          <Logo size={26} withName={false} />
          <Way step={step} />
          <Group gap="sm" className={classes.aside}>{aside}</Group>
        </Container>
      </header>
      <Container component="main" size={isWide ? 1180 : 720} className={classes.main}>
        <Heading hidden={hidesTitle}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>{title}</Title>
        </Heading>
        {intro !== undefined && <Text c="dimmed" size="lg" mt={6} maw="38em">{intro}</Text>}
        <div className={hidesTitle ? undefined : classes.body}>{children}</div>
      </Container>
    </div>
  );
}

function Heading({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  return hidden ? <VisuallyHidden>{children}</VisuallyHidden> : children;
}

function Way({ step }: { step: StepName }) {
  const at = step === "thanks" ? STEPS.length : STEPS.indexOf(step);
  const said = messages.steps.of(Math.min(at + 1, STEPS.length), STEPS.length, messages.steps[step]);
  return (
    <ol className={classes.way} aria-label={messages.steps.label}>
      {STEPS.map((one, n) => (
        <li
          key={one}
          className={n < at ? classes.past : n === at ? classes.here : classes.ahead}
          aria-current={n === at ? "step" : undefined}
        >
          <span className={classes.word}>{messages.steps[one]}</span>
        </li>
      ))}
      <li className={classes.short} aria-hidden="true">{said}</li>
    </ol>
  );
}
