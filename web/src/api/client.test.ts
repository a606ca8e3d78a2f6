import { beforeEach, describe, expect, it, vi } from "vitest";

import { api } from "./client";
import { csrfToken } from "./login";
import { Problem, Unreachable } from "./problem";

const network = vi.fn<typeof fetch>();

function answer(status: number, body: unknown = {}, headers: Record<string, string> = {}): Response {
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
}

function sent(call: number): { address: string; method: string; headers: Headers; init: RequestInit } {
  const [address, init = {}] = network.mock.calls[call] ?? [];
  return { address: address as string, method: init.method ?? "", headers: new Headers(init.headers), init };
}

function logInAs(csrf: string): void {
  document.cookie = `csrf_token=${csrf}; path=/`;
}

beforeEach(() => {
  network.mockReset();
  vi.stubGlobal("fetch", network);
  logInAs("first");
});

describe("a call", () => {
  it("writes values into the address safely and leaves out what is not asked for", async () => {
    network.mockImplementation(() => Promise.resolve(answer(200, { items: [], nextCursor: null })));
    await api.get("/api/admin/interviews", { query: { status: null, search: "a&b", limit: 50 } });
    await api.get("/api/admin/interviews/{interview_id}", { path: { interview_id: "x/../y" } });

    expect(sent(0).address).toBe("/api/admin/interviews?search=a%26b&limit=50");
    expect(sent(1).address).toBe("/api/admin/interviews/x%2F..%2Fy");
  });

  it("repeats the CSRF value on unsafe methods alone", async () => {
    network.mockImplementation(() => Promise.resolve(answer(200)));
    await api.get("/api/auth/me");
    await api.post("/api/auth/login", { email: "a", password: "b" });

    expect(sent(0).headers.get("X-CSRF-Token")).toBeNull();
    expect(sent(1).headers.get("X-CSRF-Token")).toBe("first");
  });

  it("sends nothing of a login from a candidate's page", async () => {
    network.mockResolvedValue(answer(401, { code: "not_authenticated" }));
    const call = api.post("/api/interview/session/preview", { interview_token: "t" }, { as: "candidate" });

    await expect(call).rejects.toBeInstanceOf(Problem);
    expect(network).toHaveBeenCalledTimes(1);
    expect(sent(0).init.credentials).toBe("omit");
    expect(sent(0).headers.get("X-CSRF-Token")).toBeNull();
  });

  it("tells a refusal with its code, fields and the time to wait", async () => {
    const body = { code: "validation_failed", detail: "Not valid.", errors: { questions: { "0": { text: ["Too long."] } } } };
    network.mockResolvedValue(answer(422, body, { "Retry-After": "7" }));
    const refusal = (await api.get("/api/auth/me").catch((failure: unknown) => failure)) as Problem;

    expect([refusal.status, refusal.code, refusal.message]).toEqual([422, "validation_failed", "Not valid."]);
    expect(refusal.fields).toEqual({ questions: "Too long." });
    expect(refusal.retryAfterSeconds).toBe(7);
  });

  it("understands a refusal that is no problem document", async () => {
    network.mockResolvedValue(new Response("<h1>Bad gateway</h1>", { status: 502 }));

    await expect(api.get("/api/auth/me")).rejects.toMatchObject({ status: 502, code: "unknown" });
  });
});

describe("a post on a bad network", () => {
  it("is tried again with the same key, so that it is done once", async () => {
    vi.useFakeTimers();
    network.mockRejectedValueOnce(new TypeError("network")).mockResolvedValueOnce(answer(201, { id: 7 }));
    const call = api.post("/api/admin/candidates", { name: "Test Person" });
    await vi.runAllTimersAsync();
    vi.useRealTimers();

    expect(await call).toEqual({ id: 7 });
    expect(sent(0).headers.get("Idempotency-Key")).toBeTruthy();
    expect(sent(1).headers.get("Idempotency-Key")).toBe(sent(0).headers.get("Idempotency-Key"));
  });

  it("is not tried again where its answer is never given twice", async () => {
    network.mockRejectedValue(new TypeError("network"));
    const call = api.post("/api/auth/login", { email: "a", password: "b" }, { once: false });

    await expect(call).rejects.toBeInstanceOf(Unreachable);
    expect(network).toHaveBeenCalledTimes(1);
    expect(sent(0).headers.get("Idempotency-Key")).toBeNull();
  });
});

describe("an expired login", () => {
  it("is renewed once for all calls that failed with it", async () => {
    let renewals = 0;
    network.mockImplementation((address) => {
      if (address === "/api/auth/refresh") {
        renewals += 1;
        logInAs("second");
        return Promise.resolve(answer(200));
      }
      return Promise.resolve(csrfToken() === "second" ? answer(200, { id: "u" }) : answer(401));
    });
    const found = await Promise.all([api.get("/api/auth/me"), api.get("/api/auth/me"), api.get("/api/auth/me")]);

    expect(renewals).toBe(1);
    expect(found.map((me) => me.id)).toEqual(["u", "u", "u"]);
  });

  it("is left alone where another tab renewed it meanwhile", async () => {
    network.mockImplementationOnce(() => {
      logInAs("of another tab");
      return Promise.resolve(answer(401));
    });
    network.mockResolvedValueOnce(answer(200, { id: "u" }));
    await api.get("/api/auth/me");

    expect(network.mock.calls.map(([address]) => address)).toEqual(["/api/auth/me", "/api/auth/me"]);
  });

  it("ends in the refusal where it cannot be renewed", async () => {
    network.mockImplementation(() => Promise.resolve(answer(401, { code: "not_authenticated" })));

    await expect(api.get("/api/auth/me")).rejects.toMatchObject({ status: 401 });
    expect(network).toHaveBeenCalledTimes(2);
  });

  it("is not renewed where nobody is signed in", async () => {
    document.cookie = "csrf_token=; path=/; max-age=0";
    network.mockResolvedValue(answer(401));

    await expect(api.get("/api/auth/me")).rejects.toMatchObject({ status: 401 });
    expect(network).toHaveBeenCalledTimes(1);
  });
});

describe("the CSRF value", () => {
  it.each([
    ["csrf_token=abc", "abc"],
    ["a=b; __Host-csrf_token=abc; c=d", "abc"],
    ["not_csrf_token=abc", ""],
    ["", ""],
  ])("is read from %j", (cookies, expected) => {
    expect(csrfToken(cookies)).toBe(expected);
  });
});
