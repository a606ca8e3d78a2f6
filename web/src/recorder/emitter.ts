type Listener<T> = (news: T) => void;

/** Tells typed news to whoever listens; `on` returns the way to stop listening. */
export class Emitter<News extends object> {
  readonly #listeners = new Map<keyof News, Set<Listener<never>>>();

  on<Name extends keyof News>(name: Name, listener: Listener<News[Name]>): () => void {
    const known = this.#listeners.get(name) ?? new Set();
    known.add(listener);
    this.#listeners.set(name, known);
    return () => {
      known.delete(listener);
    };
  }

  emit<Name extends keyof News>(name: Name, news: News[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as Listener<News[Name]>)(news);
  }
}
