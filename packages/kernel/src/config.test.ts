import { describe, expect, it } from "vitest";
import { optional, port, readConfig, secret, text, url, whole } from "./config.js";

const settings = {
  databaseUrl: url("DATABASE_URL"),
  port: port("PORT", 4002),
  key: secret("KEY"),
  region: text("REGION", "taoshan"),
  clockFile: optional("CLOCK_FILE"),
};
const right = { DATABASE_URL: "postgresql://me@127.0.0.1/db", KEY: "x".repeat(32) };

describe("reading the configuration", () => {
  it("takes what is set and falls back where it may", () => {
    expect(readConfig(right, settings)).toEqual({
      databaseUrl: new URL("postgresql://me@127.0.0.1/db"),
      port: 4002,
      key: right.KEY,
      region: "taoshan",
      clockFile: undefined,
    });
    expect(readConfig({ ...right, PORT: "0", REGION: "shanyang" }, settings)).toMatchObject({
      port: 0,
      region: "shanyang",
    });
  });

  it("names every problem at once", () => {
    expect(() => readConfig({ PORT: "70000", KEY: "short" }, settings)).toThrow(
      'Cannot start:\n- DATABASE_URL is not set\n- PORT must be 0..65535, got "70000"\n- KEY must have at least 32 characters',
    );
  });

  it("takes a whole number within its bounds", () => {
    const days = { days: whole("DAYS", 30, 365) };

    expect([readConfig({}, days), readConfig({ DAYS: "0" }, days)]).toEqual([{ days: 30 }, { days: 0 }]);
    for (const DAYS of ["-1", "1.5", "366", "x"])
      expect(() => readConfig({ DAYS }, days)).toThrow("DAYS must be 0..365");
  });

  it("never repeats what may be secret", () => {
    const read = () => readConfig({ DATABASE_URL: "//me:hunter2@host", KEY: "hunter2" }, settings);

    expect(read).toThrow("DATABASE_URL must be a URL");
    expect(read).not.toThrow("hunter2");
  });
});
