import { Me } from "@/features/candidates/own/Me";
import OwnInterviews from "@/features/scheduling/own/OwnInterviews";

/** A candidate's own page: their interviews, their profile, their resume. */
export default function OwnPage() {
  return <Me><OwnInterviews /></Me>;
}
