import type { Shelf } from "./shelf";
import type { Vault } from "./vault";

/** Small things of a session, such as a draft: encrypted like the recording, and purged with it. */
export class Notes {
  readonly #shelf: Shelf;
  readonly #vault: Vault;

  constructor(shelf: Shelf, vault: Vault) {
    this.#shelf = shelf;
    this.#vault = vault;
  }

  /** Keep a value under a name, in the place of what was there; null forgets it. */
  async keep(session: string, name: string, value: object | null): Promise<void> {
    const id = `${session}/${name}`;
    if (value === null) return this.#shelf.setNote(id, null);
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return this.#shelf.setNote(id, await this.#vault.seal(bytes, id));
  }

  /** What was kept under a name; null where nothing was, or where it can no longer be read. */
  async find<T extends object>(session: string, name: string): Promise<T | null> {
    const id = `${session}/${name}`;
    try {
      const found = await this.#shelf.note(id);
      return found ? (JSON.parse(new TextDecoder().decode(await this.#vault.open(found, id))) as T) : null;
    } catch {
      return null;
    }
  }

  /** Forget everything of a session. */
  async purge(session: string): Promise<void> {
    for (const id of await this.#shelf.notes()) {
      if (id.startsWith(`${session}/`)) await this.#shelf.setNote(id, null);
    }
  }
}
