import type { IncomingMessage } from "node:http";
import proxyAddress from "@fastify/proxy-addr";

/** The network address of whoever sent a request. */
export type ClientAddress = (request: IncomingMessage) => string | undefined;

/**
 * Believes `x-forwarded-for` as far as it was written by these proxies (addresses, networks, or `loopback`); without any
 * it is whoever opened the connection, whatever a header says.
 */
export function clientAddress(trustedProxies: readonly string[] = []): ClientAddress {
  if (trustedProxies.length === 0) return ({ socket }) => socket.remoteAddress;
  const trusts = proxyAddress.compile([...trustedProxies]);
  return (request) => proxyAddress(request, trusts);
}
