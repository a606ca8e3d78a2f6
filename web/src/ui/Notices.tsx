import { Notifications } from "@mantine/notifications";

import classes from "./Notices.module.css";

/** Where short news appear; what is told before this is there waits for it. */
export default function Notices() {
  return <Notifications className={classes.notices ?? ""} position="bottom-right" autoClose={6000} limit={3} />;
}
