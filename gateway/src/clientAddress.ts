import type { IncomingMessage } from "node:http";
import proxyAddress from "@fastify/proxy-addr";

/** The network address of whoever sent a request. */
export interface ClientAddress {
  (request: IncomingMessage): string | undefined;
  /** Whether a connection from this address brings other clients' requests. */
  isProxy(address: string): boolean;
}

/**
 * Believes `x-forwarded-for` as far as it was written by these proxies (addresses, networks, or `loopback`); without any
 * it is whoever opened the connection, whatever a header says.
 */
export function clientAddress(trustedProxies: readonly string[] = []): ClientAddress {
  if (trustedProxies.length === 0) {
    const direct = ({ socket }: IncomingMessage) => socket.remoteAddress;
    return Object.assign(direct, { isProxy: () => false });
  }
  const trusts = proxyAddress.compile([...trustedProxies]);
  const behind = (request: IncomingMessage) => proxyAddress(request, trusts);
  return Object.assign(behind, { isProxy: (address: string) => trusts(address, 0) });
}
