/** A MediaRecorder whose chunks a test hands out; it behaves as the browser's does at start, pause and stop. */
export class FakeRecorder extends EventTarget {
  static made: FakeRecorder[] = [];
  state: RecordingState = "inactive";
  readonly mimeType: string;
  readonly timeslices: (number | undefined)[] = [];

  constructor(_stream: MediaStream, options: MediaRecorderOptions) {
    super();
    this.mimeType = options.mimeType ?? "";
    FakeRecorder.made.push(this);
  }

  static isTypeSupported(type: string): boolean {
    return type.includes("webm");
  }

  start(timeslice?: number): void {
    this.timeslices.push(timeslice);
    this.state = "recording";
  }

  pause(): void {
    this.state = "paused";
  }

  resume(): void {
    this.state = "recording";
  }

  requestData(): void {
    this.chunk("");
  }

  stop(): void {
    this.chunk("tail");
    this.state = "inactive";
    this.dispatchEvent(new Event("stop"));
  }

  chunk(text: string): void {
    this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob([text]) }));
  }
}
