import { serviceLog } from "@yimen/kernel/serviceLog";
import { expect, it } from "vitest";
import { ask, askByGet } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { startLibrary } from "../fixtures/runningLibrary.js";

const SECRETS = {
  token: "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzdGFmZi0wMyJ9.c2lnbmF0dXJlLW9mLWl0",
  apiKey: "yimen_Zm9vYmFyYmF6cXV4cXV1eA",
  idNumber: "230105199001011234",
  phone: "13845671234",
  name: "欧阳小红",
};

it("no log line has a credential, a variable, a document or a personal value, whatever goes wrong", async () => {
  const lines: string[] = [];
  const log = serviceLog("gateway", "trace", { write: (line) => lines.push(line) });
  const { token, apiKey, idNumber, phone, name } = SECRETS;
  const access = { callerSecret: "a-secret-that-nobody-will-ever-guess", issuer: "i", audience: "a" };
  {
    await using open = await startLibrary({ log });
    await using guarded = await startLibrary({ log, access });
    const variables = { title: `${name} ${idNumber}`, phone };
    for (const { url } of [open, guarded]) {
      await ask(url, { query: "{ fail }", variables }, { authorization: `Bearer ${token}` });
      await ask(url, { query: "{ fail }", variables });
      await ask(url, { query: `{ fail nonsense(a: "${idNumber}") }` }, { "x-api-key": apiKey });
      await askByGet(url, { query: `query ($a: String) { fail }`, variables: { a: phone } });
      await fetch(url, { method: "POST", body: `{"query": "${name}`, headers: { "content-type": "application/json" } });
      await using client = await ProtocolClient.connect(url);
      client.send({ type: "connection_init", payload: { authorization: `Bearer ${token}`, purpose: name } });
      client.send({ id: "1", type: "subscribe", payload: { query: "{ fail }", variables } });
      await Promise.race([client.next().then(() => client.next()), client.closed]);
    }
  }

  const text = lines.join("");
  expect(text).toContain("subgraph error"); // it is the log of all that
  for (const secret of [...Object.values(SECRETS), access.callerSecret]) expect(text).not.toContain(secret);
});
