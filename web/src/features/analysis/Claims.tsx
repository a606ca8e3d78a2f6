import { Text, Title } from "@mantine/core";

import { Icon } from "@/ui/Icon";

import type { Claim } from "./judgement";
import { messages } from "./messages";
import parts from "./Judgement.module.css";
import classes from "./Review.module.css";
import type { Exchange } from "./transcript";

const words = messages.claims;

interface Props {
  strengths: readonly Claim[];
  improvements: readonly Claim[];
  exchanges: readonly Exchange[];
  onHear: (claim: Claim) => void;
}

/** What the software claims, each with the words that it rests on and the way to hear them. */
export function Claims({ strengths, improvements, exchanges, onHear }: Props) {
  if (strengths.length + improvements.length === 0) return null;
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <List title={words.strengths} sign="+" claims={strengths} exchanges={exchanges} onHear={onHear} />
      <List title={words.improvements} sign="–" claims={improvements} exchanges={exchanges} onHear={onHear} />
    </section>
  );
}

interface ListProps extends Pick<Props, "exchanges" | "onHear"> {
  title: string;
  sign: string;
  claims: readonly Claim[];
}

function List({ title, sign, claims, exchanges, onHear }: ListProps) {
  return (
    <>
      <Title order={2} size="h3" mb="xs">{title}</Title>
      {claims.length === 0 && <Text c="dimmed" size="sm">{words.none}</Text>}
      <ul className={parts.claims}>
        {claims.map((claim, index) => {
          const exchange = exchanges.find((one) => one.id === claim.questionId);
          return (
            <li key={`${claim.questionId}-${claim.text}-${String(index)}`}>
              <span className={parts.sign} aria-hidden="true">{sign}</span>
              <div>
                <Text size="sm" fw={540}>{claim.text}</Text>
                {claim.quote ? <blockquote className={parts.quote}>{claim.quote.text}</blockquote> : <Text size="sm" c="dimmed">{words.missing}</Text>}
                {exchange && (
                  <button type="button" className={parts.hear} onClick={() => onHear(claim)}>
                    <Icon name="play" size={13} /> {words.hear}, {words.question(exchange.position).toLowerCase()}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
