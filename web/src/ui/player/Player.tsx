import { useEffect, useMemo, useRef, useState } from "react";

import { Controls } from "./Controls";
import type { Mark } from "./marks";
import { messages } from "./messages";
import type { Playback } from "./playback";
import classes from "./Player.module.css";
import { pressed } from "./shortcuts";
import { TimeLine } from "./TimeLine";
import { usePlayback } from "./usePlayback";
import { type Cue, webVtt } from "./vtt";

/** One finished file of a recording. */
export interface Source {
  name: string;
  label: string;
  url: string;
  poster: string | null;
  /** When it began, in seconds after the first of the sources. */
  offset: number;
  durationSeconds: number | null;
  hasPicture: boolean;
}

interface Props {
  playback: Playback;
  /** The first leads: its sound is heard, and its length is the length. */
  sources: readonly Source[];
  marks: readonly Mark[];
  /** What people wrote down at a moment. */
  notes?: readonly Mark[];
  cues: readonly Cue[];
  peaks?: readonly number[];
  /** Writes a note at the present moment, for those who may. */
  onNote?: (() => void) | undefined;
  /** Brings fresh addresses where a file could not be read. */
  onRenew: () => void;
}

/** Plays the tracks of a recording side by side, in step, with controls of our own. */
export function Player({ playback, sources, marks, notes = [], cues, peaks = [], onNote, onRenew }: Props) {
  const frame = useRef<HTMLElement>(null);
  const [areCaptionsOn, setCaptionsOn] = useState(false);
  const captions = useCaptions(cues);
  const hasFailed = usePlayback(playback, (now) => now.hasFailed);
  const isPlaying = usePlayback(playback, (now) => now.isPlaying);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const listen = (event: KeyboardEvent) =>
      pressed(event, playback, { fullscreen: () => fill(element), captions: () => setCaptionsOn((isOn) => !isOn), note: onNote });
    element.addEventListener("keydown", listen);
    return () => element.removeEventListener("keydown", listen);
  }, [playback, onNote]);
  return (
    <section ref={frame} className={classes.player} aria-label={messages.player}>
      <div className={classes.stage} data-count={sources.length}>
        {sources.map((source, index) => (
          <button key={source.name} type="button" tabIndex={-1} className={classes.picture} data-sound={!source.hasPicture || undefined} aria-label={`${source.label}: ${isPlaying ? messages.pause : messages.play}`} onClick={playback.toggle}>
            <Track playback={playback} source={source} isLeader={index === 0} captions={index === 0 ? captions : null} areCaptionsOn={areCaptionsOn} />
            {!source.hasPicture && <span className={classes.sound}>{messages.soundOnly}</span>}
          </button>
        ))}
      </div>
      {hasFailed && (
        <p role="alert" className={classes.failed}>
          {messages.failed} <button type="button" className={classes.renew} onClick={onRenew}>{messages.again}</button>
        </p>
      )}
      <TimeLine playback={playback} marks={marks} notes={notes} peaks={peaks} />
      <Controls
        playback={playback}
        hasCaptions={cues.length > 0}
        areCaptionsOn={areCaptionsOn}
        onCaptions={() => setCaptionsOn(!areCaptionsOn)}
        onFullscreen={() => frame.current && fill(frame.current)}
      />
      <p className={classes.keys}>{messages.keys}</p>
    </section>
  );
}

function fill(element: HTMLElement): void {
  // Not every phone lets an element fill the screen; the player then stays as it is.
  const done = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen();
  done.catch(() => undefined);
}

/** Shows the captions of an element, or keeps them loaded and unseen. */
function caption(element: HTMLMediaElement | null, isOn: boolean): void {
  const track = element?.textTracks[0];
  if (track) track.mode = isOn ? "showing" : "hidden";
}

/** The cues as an address that a track element reads. */
function useCaptions(cues: readonly Cue[]): string {
  const url = useMemo(() => URL.createObjectURL(new Blob([webVtt(cues)], { type: "text/vtt" })), [cues]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}

interface TrackProps {
  playback: Playback;
  source: Source;
  isLeader: boolean;
  captions: string | null;
  areCaptionsOn: boolean;
}

function Track({ playback, source, isLeader, captions, areCaptionsOn }: TrackProps) {
  const video = useRef<HTMLVideoElement>(null);
  const { offset, durationSeconds } = source;
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    return isLeader ? playback.lead(element, durationSeconds) : playback.follow(element, offset);
  }, [playback, isLeader, offset, durationSeconds]);
  useEffect(() => {
    caption(video.current, areCaptionsOn);
  }, [areCaptionsOn, captions]);
  return (
    <video ref={video} src={source.url} preload="metadata" playsInline className={classes.video} muted={!isLeader} {...(source.poster ? { poster: source.poster } : {})}>
      <track kind="captions" label={messages.captionsLabel} srcLang="en" {...(captions ? { src: captions } : {})} />
    </video>
  );
}
