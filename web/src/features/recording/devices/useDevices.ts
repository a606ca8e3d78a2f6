import { useCallback, useEffect, useRef, useState } from "react";

import { type Choice, choices, type DeviceError, deviceIdOf, switchOff, switchOn, troubleOf, type Wish } from "./devices";

export interface Devices {
  stream: MediaStream | null;
  trouble: DeviceError | null;
  isAsking: boolean;
  cameras: Choice[];
  microphones: Choice[];
  cameraId: string | undefined;
  microphoneId: string | undefined;
  open: (wish: Wish) => Promise<void>;
  close: () => void;
}

/** The candidate's camera and microphone while they are being chosen. What is open stays open when the page goes on. */
export function useDevices(first: MediaStream | null): Devices {
  const [stream, setStream] = useState(first);
  const [trouble, setTrouble] = useState<DeviceError | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { cameras, microphones } = useChoices(stream);
  const current = useRef(stream);

  const put = useCallback((next: MediaStream | null) => {
    if (current.current !== next) switchOff(current.current);
    current.current = next;
    setStream(next);
  }, []);

  const open = useCallback(
    async (wish: Wish) => {
      setIsAsking(true);
      setTrouble(null);
      // Some cameras serve one taker at a time, so the old stream goes first.
      put(null);
      try {
        put(await switchOn(wish));
      } catch (failure) {
        setTrouble(troubleOf(failure));
      }
      setIsAsking(false);
    },
    [put],
  );

  const close = useCallback(() => {
    put(null);
    setTrouble(null);
  }, [put]);

  const [cameraId, microphoneId] = [deviceIdOf(stream, "video"), deviceIdOf(stream, "audio")];
  return { stream, trouble, isAsking, cameras, microphones, cameraId, microphoneId, open, close };
}

/** What can be chosen, asked again whenever something is plugged in or out. */
function useChoices(stream: MediaStream | null): { cameras: Choice[]; microphones: Choice[] } {
  const [cameras, setCameras] = useState<Choice[]>([]);
  const [microphones, setMicrophones] = useState<Choice[]>([]);
  useEffect(() => {
    if (stream === null) return undefined;
    const look = (): void => {
      void choices("videoinput").then(setCameras);
      void choices("audioinput").then(setMicrophones);
    };
    look();
    navigator.mediaDevices.addEventListener("devicechange", look);
    return () => {
      navigator.mediaDevices.removeEventListener("devicechange", look);
    };
  }, [stream]);
  return { cameras, microphones };
}
