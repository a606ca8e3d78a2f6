import { describe, expect, it, vi } from "vitest";

import { dropPersonSocket, isKept, keepForEnd, onClosedByServer, tellClosedByServer } from "./presence";

describe("the person's socket", () => {
  it("ends with the login, once", () => {
    const socket = { disconnect: vi.fn() };
    keepForEnd(socket);
    expect(isKept(socket)).toBe(true);
    dropPersonSocket();
    dropPersonSocket();
    expect(socket.disconnect).toHaveBeenCalledOnce();
    expect(isKept(socket)).toBe(false);
  });

  it("tells its end to those who still listen", () => {
    const [stays, left] = [vi.fn(), vi.fn()];
    onClosedByServer(stays);
    onClosedByServer(left)();
    tellClosedByServer();
    expect(stays).toHaveBeenCalledOnce();
    expect(left).not.toHaveBeenCalled();
  });
});
