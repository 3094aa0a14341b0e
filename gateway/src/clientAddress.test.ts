import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./clientAddress.js";

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    connection: { remoteAddress },
    headers: { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

describe("a client's address", () => {
  it("is that of its connection, whatever it says of itself", () => {
    expect(clientAddress()(request("9.9.9.9", "1.2.3.4"))).toBe("9.9.9.9");
    expect(clientAddress(["10.0.0.0/8"])(request("9.9.9.9", "1.2.3.4"))).toBe("9.9.9.9");
  });

  it("is what a trusted proxy says of it, and not what it told the proxy", () => {
    const address = clientAddress(["10.0.0.0/8", "loopback"]);

    expect(address(request("10.0.0.7", "1.2.3.4"))).toBe("1.2.3.4");
    expect(address(request("127.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.7"))).toBe("1.2.3.4");
  });
});
