import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { readFileSync } from "node:fs";
const names = process.argv.slice(2);
const r = composeServices(names.map(n => ({ name: n, url: "http://x", typeDefs: parse(readFileSync(`/work/main/subgraphs/${n}/schema.graphql`, "utf8")) })));
console.log(r.errors?.map(e => e.message) ?? "composed", (r.hints ?? []).map(h => h.message.slice(0,200)).filter(m=>/staff/i.test(m)).slice(0, 15));
