import type { Server } from "node:http";

/** How many of something each address has. */
export class PerAddress {
  readonly #counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** @returns whether this address may have one more; it then has it until `release` */
  take(address: string): boolean {
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.most) return false;
    this.#counts.set(address, count + 1);
    return true;
  }

  release(address: string): void {
    const count = this.#counts.get(address) ?? 0;
    if (count > 1) this.#counts.set(address, count - 1);
    else this.#counts.delete(address);
  }
}

/** Lets no address hold more than so many connections; a proxy brings those of many clients and is not counted. */
export function limitConnections(server: Server, most: number, isProxy: (address: string) => boolean): void {
  const connections = new PerAddress(most);
  server.on("connection", (socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined || isProxy(remoteAddress)) return;
    if (connections.take(remoteAddress)) socket.once("close", () => connections.release(remoteAddress));
    else socket.destroy();
  });
}
