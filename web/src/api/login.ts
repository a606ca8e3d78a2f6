/** The browser's login: cookies that no script reads, and the CSRF value that it repeats on unsafe methods. */

export const CSRF_HEADER = "X-CSRF-Token";
const LOCK = "talentflow login";

/** The CSRF value of the present login; empty where nobody is signed in. On https the name has a prefix. */
export function csrfToken(cookies: string = document.cookie): string {
  const found = /(?:^|;\s*)(?:__Host-)?csrf_token=([^;]*)/.exec(cookies);
  return decodeURIComponent(found?.[1] ?? "");
}

let running: Promise<boolean> | null = null;

/**
 * Renews the access token; true where the login still stands.
 *
 * One at a time, over all tabs: a refresh token that is used twice ends the whole login. A tab that waited finds
 * another CSRF value than the one it failed with, and need not renew.
 */
export function renewLogin(failedWith: string): Promise<boolean> {
  running ??= oneTab(() => renewed(failedWith)).finally(() => {
    running = null;
  });
  return running;
}

async function renewed(failedWith: string): Promise<boolean> {
  const csrf = csrfToken();
  if (csrf === "") return false;
  if (csrf !== failedWith) return true;
  const response = await fetch("/api/auth/refresh", {
    method: "POST",
    headers: { "Content-Type": "application/json", [CSRF_HEADER]: csrf },
    body: "{}",
  });
  return response.ok;
}

async function oneTab<T>(work: () => Promise<T>): Promise<T> {
  // A page outside of a secure context has no locks; there two tabs may end a login, and nothing worse.
  return window.isSecureContext ? await navigator.locks.request(LOCK, work) : work();
}
