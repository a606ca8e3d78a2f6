import { answered, STORES, transact } from "./database";

const KEY_ID = "spool";
const IV_BYTES = 12;

/** Bytes that only this browser profile can read. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/**
 * Encrypts what waits in the browser's storage with AES-GCM.
 * The key cannot be exported: who copies the storage's files cannot read them elsewhere without the browser itself.
 */
export class Vault {
  readonly #key: CryptoKey;

  constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** The profile's vault; its key is made at the first use. */
  static async open(database: IDBDatabase | null): Promise<Vault> {
    const made = await newKey();
    if (database === null) return new Vault(made);
    const key = await transact(database, [STORES.keys], "readwrite", async (transaction) => {
      const keys = transaction.objectStore(STORES.keys);
      // Two pages that open at once must agree on one key, so finding and adding are one transaction.
      const known = (await answered(keys.get(KEY_ID))) as CryptoKey | undefined;
      if (known === undefined) keys.add(made, KEY_ID);
      return known ?? made;
    });
    return new Vault(key);
  }

  /** `about` is authenticated along with the bytes, so that nothing can be put in another's place. */
  async seal(bytes: BufferSource, about: string): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    return { iv, sealed: await crypto.subtle.encrypt(this.#with(iv, about), this.#key, bytes) };
  }

  /** Rejects where the bytes were changed or belong to something else. */
  async open(one: Sealed, about: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await crypto.subtle.decrypt(this.#with(one.iv, about), this.#key, one.sealed));
  }

  #with(iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams {
    return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(about) };
  }
}

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** SHA-256 in base64, as `Upload-Checksum` takes it. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}
