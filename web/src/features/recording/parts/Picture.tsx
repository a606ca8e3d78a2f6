import { useEffect, useRef } from "react";

import { Icon } from "@/ui/Icon";

import { messages } from "../messages";
import classes from "./Picture.module.css";

/** The candidate's own picture, mirrored as in a looking glass; a quiet surface where there is none. */
export function Picture({ stream, label }: { stream: MediaStream | null; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  const hasPicture = (stream?.getVideoTracks().length ?? 0) > 0;
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = hasPicture ? stream : null;
  }, [stream, hasPicture]);
  return (
    <div className={classes.frame}>
      {hasPicture ? (
        <video ref={video} className={classes.video} aria-label={label} autoPlay muted playsInline />
      ) : (
        <div className={classes.none}>
          <Icon name={stream === null ? "camera" : "mic"} size={28} />
          <span>{messages.devices.noPicture}</span>
        </div>
      )}
    </div>
  );
}
