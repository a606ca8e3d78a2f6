/** Sending a file, with its progress; `fetch` tells none of what goes up. */

import { CSRF_HEADER, csrfToken, renewLogin } from "./login";
import { Problem, Unreachable } from "./problem";

interface Sending {
  method: "PUT" | "POST";
  /** The share that is on its way, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends a file as the body and returns what the server answers; throws like every call. */
export async function upload(address: string, file: File, sending: Sending): Promise<unknown> {
  const csrf = csrfToken();
  let answer = await send(address, file, sending, csrf);
  if (answer.status === 401 && (await renewLogin(csrf))) answer = await send(address, file, sending, csrfToken());
  const body = parsed(answer.responseText);
  if (answer.status >= 200 && answer.status < 300) return body;
  throw new Problem(answer.status, typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {});
}

function send(address: string, file: File, { method, onProgress, signal }: Sending, csrf: string): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, address);
    call.setRequestHeader("Accept", "application/json");
    call.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    call.setRequestHeader("Content-Disposition", `attachment; filename="${encodeURIComponent(file.name)}"`);
    if (csrf) call.setRequestHeader(CSRF_HEADER, csrf);
    call.upload.onprogress = (event) => onProgress?.(event.total ? event.loaded / event.total : 0);
    call.onload = () => resolve(call);
    call.onerror = () => reject(new Unreachable(null));
    call.onabort = () => reject(new DOMException("Stopped", "AbortError"));
    signal?.addEventListener("abort", () => call.abort());
    call.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
