import { RawConnection } from "../rawConnection.ts";

interface Load {
  readonly port: number;
  readonly body: string;
  /** One connection for each, as people have. */
  readonly tokens: readonly string[];
  readonly seconds: number;
}

/** Asks as fast as answers come, everybody with a token of their own. */
export async function loadAs({ port, body, tokens, seconds }: Load) {
  const began = performance.now();
  const end = began + seconds * 1_000;
  let requests = 0;
  let failed = 0;
  await Promise.all(
    tokens.map(async (token) => {
      const connection = await RawConnection.open(port);
      const text = requestText(body, token);
      while (performance.now() < end) {
        if ((await connection.ask(text)).status !== 200) failed++;
        requests++;
      }
      connection.close();
    }),
  );
  return { requests, requestsPerSecond: requests / ((performance.now() - began) / 1_000), failed };
}

const requestText = (body: string, token: string) =>
  `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\nauthorization: Bearer ${token}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
