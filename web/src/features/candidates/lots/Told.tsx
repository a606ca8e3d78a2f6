import { Text } from "@mantine/core";

import { Facts } from "@/ui/Facts";

import type { Criteria } from "./criteria";
import { toldCriteria } from "./criteriaText";
import { messages } from "./messages";

/** What criteria ask, to be read. */
export function Told({ criteria }: { criteria: Criteria }) {
  const told = toldCriteria(criteria);
  return told.length > 0 ? <Facts facts={told} /> : <Text>{messages.criteria.nothing}</Text>;
}
