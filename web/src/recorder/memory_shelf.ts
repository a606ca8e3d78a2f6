import type { Chunk, Segment } from "./segment";
import { type Change, SegmentGone, type Shelf, withNumber } from "./shelf";
import type { Sealed } from "./vault";

/** A shelf for browsers that refuse to store anything: it lasts as long as the page. */
export class MemoryShelf implements Shelf {
  readonly isDurable = false;
  readonly #segments = new Map<string, Segment>();
  readonly #chunks = new Map<string, Chunk[]>();
  readonly #notes = new Map<string, Sealed>();

  segments(): Promise<Segment[]> {
    return Promise.resolve([...this.#segments.values()]);
  }

  add(segment: Segment): Promise<Segment> {
    const numbered = withNumber(segment, [...this.#segments.values()]);
    this.#segments.set(segment.id, numbered);
    return Promise.resolve(numbered);
  }

  async append(chunk: Chunk, change: Change): Promise<Segment> {
    const changed = await this.change(chunk.segment, change);
    this.#chunks.set(chunk.segment, [...(this.#chunks.get(chunk.segment) ?? []), chunk]);
    return changed;
  }

  change(id: string, change: Change, forgets: readonly number[] = []): Promise<Segment> {
    const known = this.#segments.get(id);
    if (known === undefined) return Promise.reject(new SegmentGone("This segment was removed."));
    const changed = change(known);
    this.#segments.set(id, changed);
    this.#chunks.set(
      id,
      (this.#chunks.get(id) ?? []).filter((chunk) => !forgets.includes(chunk.n)),
    );
    return Promise.resolve(changed);
  }

  chunks(segment: string, from: number, mostBytes: number): Promise<Chunk[]> {
    const found: Chunk[] = [];
    let bytes = 0;
    for (const chunk of (this.#chunks.get(segment) ?? []).filter((one) => one.n >= from)) {
      if (found.length > 0 && bytes + chunk.size > mostBytes) break;
      found.push(chunk);
      bytes += chunk.size;
    }
    return Promise.resolve(found);
  }

  remove(segment: string): Promise<void> {
    this.#segments.delete(segment);
    this.#chunks.delete(segment);
    return Promise.resolve();
  }

  note(name: string): Promise<Sealed | undefined> {
    return Promise.resolve(this.#notes.get(name));
  }

  notes(): Promise<string[]> {
    return Promise.resolve([...this.#notes.keys()]);
  }

  setNote(name: string, note: Sealed | null): Promise<void> {
    if (note === null) this.#notes.delete(name);
    else this.#notes.set(name, note);
    return Promise.resolve();
  }
}
