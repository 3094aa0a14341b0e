import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a port that can be cut, as when a cable is pulled; it works again at once. */
export interface CuttableLine extends AsyncDisposable {
  readonly port: number;
  /** @returns how many connections broke */
  cut(): number;
  /** Leads to another port from now on, as when an address moves; what was open breaks. */
  leadTo(port: number): void;
}

export async function startLine(first: number): Promise<CuttableLine> {
  let to = first;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket
        .on("error", () => undefined)
        .on("close", () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
  });
  const cut = () => {
    const broken = sockets.size / 2;
    for (const socket of sockets) socket.destroy();
    return broken;
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    leadTo(port) {
      to = port;
      cut();
    },
    [Symbol.asyncDispose]: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
