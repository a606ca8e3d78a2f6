import { Notifications } from "@mantine/notifications";

/** Where short news appear; what is told before this is there waits for it. */
export default function Notices() {
  return <Notifications position="bottom-right" autoClose={6000} limit={3} />;
}
