import { addressesIn } from "./addressesIn.js";
import { type SocketOptions, SubgraphSocket } from "./subgraphSocket.js";

/** The websocket to a subgraph. One that runs more than once is followed at its next address when a socket is lost. */
export class ReplicatedSocket {
  readonly #addresses: readonly string[];
  #at: number;
  #socket: SubgraphSocket | undefined;

  constructor(
    readonly url: string,
    private readonly options: Omit<SocketOptions, "onLost">,
  ) {
    this.#addresses = addressesIn(url);
    this.#at = Math.floor(Math.random() * this.#addresses.length); // so that gateways spread
  }

  /** The socket in use; opened when something is subscribed to. */
  get socket(): SubgraphSocket {
    if (this.#socket) return this.#socket;
    const socket = new SubgraphSocket(this.#addresses[this.#at] as string, {
      ...this.options,
      onLost: () => this.#leave(socket),
    });
    this.#socket = socket;
    return socket;
  }

  async close(): Promise<void> {
    await this.#socket?.close();
  }

  #leave(lost: SubgraphSocket): void {
    if (this.#addresses.length < 2 || this.#socket !== lost) return;
    this.#at = (this.#at + 1) % this.#addresses.length;
    this.#socket = undefined;
    void lost.close();
  }
}
