import { Stack } from "@mantine/core";

import { useMay } from "@/ui/Caller";
import { BackLink } from "@/ui/BackLink";
import { PageHeader } from "@/ui/PageHeader";

import { BusySources } from "./BusySources";
import { Feed } from "./Feed";
import { Hours } from "./Hours";
import { messages } from "./messages";

/** What a person says about their own calendar. */
export default function OwnCalendar() {
  const interviews = useMay("interviews:read");
  return (
    <>
      <PageHeader title={messages.title} above={interviews && <BackLink to="/calendar">{messages.back}</BackLink>}>{messages.lead}</PageHeader>
      <Stack gap="lg" maw={760}>
        <Feed />
        {interviews && <Hours />}
        {interviews && <BusySources />}
      </Stack>
    </>
  );
}
