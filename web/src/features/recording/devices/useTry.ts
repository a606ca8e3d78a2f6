import { useCallback, useEffect, useRef, useState } from "react";

const LONGEST_MS = 20_000;

interface Try {
  isRunning: boolean;
  /** Where the try can be played, null before there is one. */
  address: string | null;
  start: () => void;
  stop: () => void;
}

/** A short recording in this page's memory alone, gone with the step. */
export function useTry(stream: MediaStream): Try {
  const [isRunning, setIsRunning] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);

  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address);
    },
    [address],
  );
  useEffect(() => () => recorder.current?.stop(), []);

  const stop = useCallback(() => {
    if (recorder.current?.state === "recording") recorder.current.stop();
  }, []);

  const start = useCallback(() => {
    const parts: Blob[] = [];
    const made = new MediaRecorder(stream);
    made.addEventListener("dataavailable", ({ data }) => parts.push(data));
    made.addEventListener("stop", () => {
      setIsRunning(false);
      setAddress(URL.createObjectURL(new Blob(parts, { type: made.mimeType })));
    });
    recorder.current = made;
    setAddress(null);
    made.start();
    setIsRunning(true);
    setTimeout(() => made.state === "recording" && made.stop(), LONGEST_MS);
  }, [stream]);

  return { isRunning, address, start, stop };
}
