import { describe, expect, it } from "vitest";
import { loggedUnder, serviceLog } from "./serviceLog.js";

const logging = (write: (log: ReturnType<typeof serviceLog>) => void) => {
  const lines: string[] = [];
  write(serviceLog("cases", "info", { write: (line) => lines.push(line) }));
  return lines.join("");
};

describe("a service's log", () => {
  it.each([
    ["a token", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzIn0.c2lnbmF0dXJl"],
    ["a bearer header", "Bearer c2VjcmV0LXRva2Vu"],
    ["an API key", "yimen_Zm9vYmFyYmF6cXV4cXV1eA"],
    ["a database's password", "postgresql://yimen:hunter2hunter@db.example/yimen_cases"],
    ["an identity number", "230105199001011234"],
    ["an identity number that ends in X", "23010519900101123X"],
    ["a mobile number", "13845671234"],
    ["a landline number", "0464-8230001"],
  ])("does not tell %s, in whatever it stands", (_, secret) => {
    const text = logging((log) => {
      log.error({ err: new Error(`no such applicant: ${secret}.`), input: { note: `(${secret})` } }, secret);
    });

    expect(text).not.toContain(secret);
    expect(text).not.toContain("hunter2hunter");
    expect(text).toContain("no such applicant");
  });

  it("does not tell the value of what is called a secret", () => {
    expect(logging((log) => log.info({ secret: "K7Q2", variables: { apiKey: "abc" } }))).not.toMatch(/K7Q2|abc/);
  });

  it("leaves times, ids and counts as they are", () => {
    const plain = {
      id: "0193e0a1-1384-7000-8000-138456712345",
      at: 1_763_767_163_000,
      position: "123456789012",
      hash: "a".repeat(64),
    };

    expect(JSON.parse(logging((log) => log.info(plain)))).toMatchObject(plain);
  });

  it("says under which request a line was written", async () => {
    const text = logging((log) => loggedUnder("r-1", () => log.info("within")));

    expect(JSON.parse(text)).toMatchObject({ requestId: "r-1", msg: "within", name: "cases" });
    expect(logging((log) => log.info("outside"))).not.toContain("requestId");
  });
});
