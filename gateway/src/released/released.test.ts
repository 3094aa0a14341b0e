import { mkdtempSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { composeServices } from "@apollo/composition";
import { buildSchema, parse, printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { mayBreak, unannounced, versionFrom } from "./compatibility.js";
import { graphSchemas } from "./graphSchemas.js";
import { readReleased, writeReleased } from "./releaseFiles.js";

const here = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(here(path), "utf8");
const { version } = JSON.parse(read("graph.json")) as { version: string };
const now = graphSchemas(read("supergraph.graphql"));
const released = readReleased(here("released/"));

describe("the committed supergraph (I-G8)", () => {
  it("is what its subgraphs compose to", { timeout: 60_000 }, () => {
    const listed = JSON.parse(read("subgraphs.json")) as { name: string; schema: string; url: string }[];
    const services = listed.map(({ name, url, schema }) => ({ name, url, typeDefs: parse(read(schema)) }));
    const { supergraphSdl, errors } = composeServices(services);

    expect(errors).toBeUndefined();
    expect(supergraphSdl).toBe(read("supergraph.graphql"));
  });

  it.each(["everybody", "partners"] as const)("breaks nothing for %s without a version that says so", (who) => {
    const schemas = { released: released.schemas[who], now: now[who] };

    const told = "raise the version in gateway/graph.json, then npm run release -w gateway";
    expect(unannounced(schemas, { released: released.version, now: version }), told).toEqual([]);
  });

  it("is never older than what was released", () => {
    expect(mayBreak(version, released.version)).toBe(false);
  });
});

describe("a change of a released schema (I-G8)", () => {
  const schema = (fields: string) => buildSchema(`type Query { ${fields} }`);
  const from = (before: string, after: string, version = "1.4.1") =>
    unannounced({ released: schema(before), now: schema(after) }, { released: "1.4.0", now: version });

  it.each([
    ["a field is taken away", "a: Int b: Int", "a: Int"],
    ["a field becomes nullable", "a: Int!", "a: Int"],
    ["an argument is needed", "a: Int", "a(of: ID!): Int"],
    ["a type changes", "a: Int", "a: String"],
  ])("breaks clients when %s", (_, before, after) => {
    expect(from(before, after)).not.toEqual([]);
    expect(from(before, after, "1.5.0")).toEqual(from(before, after));
    expect(from(before, after, "2.0.0")).toEqual([]);
  });

  it.each([
    ["a field is added", "a: Int", "a: Int b: Int"],
    ["an optional argument is added", "a: Int", "a(of: ID): Int"],
    ["a field is never null any more", "a: Int", "a: Int!"],
  ])("breaks nobody when %s", (_, before, after) => {
    expect(from(before, after)).toEqual([]);
  });

  it.each([
    ["0.1.0", "0.1.1", false],
    ["0.1.0", "0.2.0", true],
    ["0.9.0", "1.0.0", true],
    ["1.2.0", "1.3.0", false],
    ["1.2.0", "2.0.0", true],
    ["2.0.0", "1.9.9", false],
  ])("from %s to %s may break: %s", (before, after, may) => {
    expect(mayBreak(before, after)).toBe(may);
  });

  it("has a version of three numbers", () => {
    expect(() => versionFrom("1.0")).toThrow('"1.0" is none');
  });
});

describe("a release", () => {
  it("is read as it was written", async () => {
    const directory = mkdtempSync(join(tmpdir(), "released-"));
    await mkdir(join(directory, "partners"));
    const url = pathToFileURL(`${directory}/`);

    writeReleased(url, { version: "3.2.1", schemas: now });
    const found = readReleased(url);
    await rm(directory, { recursive: true });

    expect(found.version).toBe("3.2.1");
    expect(
      unannounced({ released: found.schemas.everybody, now: now.everybody }, { released: "3.2.1", now: "3.2.1" }),
    ).toEqual([]);
    expect(printSchema(found.schemas.partners)).toContain("type Query");
  });
});
