import { durationText } from "../time";
import { messages } from "./messages";
import type { Playback } from "./playback";
import classes from "./Player.module.css";
import { PlayerIcon } from "./PlayerIcon";
import { usePlayback } from "./usePlayback";

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

interface Props {
  playback: Playback;
  hasCaptions: boolean;
  areCaptionsOn: boolean;
  onCaptions: () => void;
  onFullscreen: () => void;
}

/** The buttons below the picture. */
export function Controls({ playback, hasCaptions, areCaptionsOn, onCaptions, onFullscreen }: Props) {
  const isPlaying = usePlayback(playback, (now) => now.isPlaying);
  return (
    <div className={classes.controls}>
      <Act name={isPlaying ? "pause" : "play"} label={isPlaying ? messages.pause : messages.play} isMain onClick={playback.toggle} />
      <Act name="back" label={messages.back} onClick={() => playback.skip(-10)} />
      <Act name="on" label={messages.on} onClick={() => playback.skip(10)} />
      <Clock playback={playback} />
      <span className={classes.gap} />
      <Loudness playback={playback} />
      <Speed playback={playback} />
      {hasCaptions && <Act name="captions" label={messages.captions} isOn={areCaptionsOn} onClick={onCaptions} />}
      <Act name="full" label={messages.fullscreen} onClick={onFullscreen} />
    </div>
  );
}

interface ActProps {
  name: Parameters<typeof PlayerIcon>[0]["name"];
  label: string;
  isMain?: boolean;
  isOn?: boolean;
  onClick: () => void;
}

function Act({ name, label, isMain = false, isOn, onClick }: ActProps) {
  return (
    <button type="button" className={classes.act} data-main={isMain || undefined} aria-label={label} aria-pressed={isOn} title={label} onClick={onClick}>
      <PlayerIcon name={name} />
    </button>
  );
}

function Clock({ playback }: { playback: Playback }) {
  const time = usePlayback(playback, (now) => Math.floor(now.time));
  const duration = usePlayback(playback, (now) => Math.round(now.duration));
  return <span className={`numbers ${classes.clock ?? ""}`}>{durationText(time)} / {durationText(duration)}</span>;
}

function Loudness({ playback }: { playback: Playback }) {
  const volume = usePlayback(playback, (now) => (now.isMuted ? 0 : now.volume));
  return (
    <span className={classes.loudness}>
      <Act name={volume > 0 ? "sound" : "silent"} label={volume > 0 ? messages.mute : messages.unmute} onClick={() => playback.toggleMuted()} />
      <input
        type="range"
        data-own=""
        className={`${classes.slider ?? ""} ${classes.volume ?? ""}`}
        min={0}
        max={1}
        step={0.05}
        value={volume}
        style={{ backgroundSize: `${volume * 100}% 100%` }}
        aria-label={messages.volume}
        aria-valuetext={`${Math.round(volume * 100)} %`}
        onChange={(event) => playback.setVolume(Number(event.currentTarget.value))}
      />
    </span>
  );
}

function Speed({ playback }: { playback: Playback }) {
  const rate = usePlayback(playback, (now) => now.rate);
  return (
    <select className={`numbers ${classes.speed ?? ""}`} aria-label={messages.speed} value={rate} onChange={(event) => playback.setRate(Number(event.currentTarget.value))}>
      {RATES.map((one) => <option key={one} value={one}>{one}×</option>)}
    </select>
  );
}
