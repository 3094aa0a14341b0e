import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./measure.ts";

/** What `results/sockets.json` holds. */
export interface SocketResults {
  readonly date: string;
  readonly commit: string;
  readonly machine: { readonly cpu: string | undefined; readonly node: string; readonly load: number | undefined };
  readonly rounds: number;
  /** By sockets, then by server. */
  readonly beside: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  readonly bySockets: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  readonly byDocuments: Readonly<Record<string, Row>>;
}

const number = (value: number) => Number(value.toPrecision(3)).toLocaleString("en-GB");
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const header = (...cells: readonly string[]) => [row(...cells), row(...cells.map(() => "---"))];

const COLUMNS = ["deliveries/s", "per processor second", "p50 ms", "p99 ms"] as const;
const figures = (measured: Row) =>
  [measured.deliveriesPerSecond, measured.deliveriesPerCpuSecond, measured.p50, measured.p99].map(number);

/** The README's tables of a run, with what the project aims at. */
export function tables({ date, commit, machine, rounds, beside, bySockets, byDocuments }: SocketResults): string {
  const lines = [
    `${date}, commit ${commit}, Node ${machine.node}, ${machine.cpu}, load average ${machine.load?.toFixed(1)}, medians of ${rounds} rounds.`,
    "`× bare` is the share of the bare broadcast's deliveries a second; `by processor` the same of its deliveries in a second of",
    "processor time, which other processes disturb less.",
    "",
    ...header("sockets", "server", ...COLUMNS, "bytes/socket", "× bare", "by processor", "memory × bare"),
  ];
  for (const [sockets, byServer] of Object.entries(beside)) {
    for (const [name, measured] of Object.entries(byServer)) {
      const of = (key: keyof Row) => (byServer.bare ? (measured[key] / byServer.bare[key]).toFixed(2) : "");
      const shares = [of("deliveriesPerSecond"), of("deliveriesPerCpuSecond"), of("bytesPerSocket")];
      lines.push(row(sockets, name, ...figures(measured), number(measured.bytesPerSocket), ...shares));
    }
  }
  lines.push("", ...aims(beside), "", ...header("sockets", "server", ...COLUMNS));
  for (const [sockets, byServer] of Object.entries(bySockets))
    for (const [name, measured] of Object.entries(byServer)) lines.push(row(sockets, name, ...figures(measured)));
  lines.push("", ...header("distinct documents on 1,000 sockets", ...COLUMNS));
  for (const [documents, measured] of Object.entries(byDocuments)) lines.push(row(documents, ...figures(measured)));
  return lines.join("\n");
}

/** What was aimed at and what was reached. */
function aims(beside: SocketResults["beside"]): string[] {
  const few = beside["1000"] ?? {};
  const many = beside["10000"] ?? {};
  const ratio = (one: Row | undefined, other: Row | undefined, key: keyof Row) =>
    one && other ? (one[key] / other[key]).toFixed(2) : "not measured";
  const line = (what: string, aim: string, one: Row | undefined, other: Row | undefined, key: keyof Row) =>
    row(what, aim, ratio(one, other, key), key === "bytesPerSocket" ? "" : ratio(one, other, "deliveriesPerCpuSecond"));
  return [
    ...header("ratio", "aim", "reached", "by processor"),
    line("bare broadcast, 10,000 sockets", "≥ 0.85", many.yimen, many.bare, "deliveriesPerSecond"),
    line("plain graphql-ws, 10,000 sockets", "≥ 2", many.yimen, many.plain, "deliveriesPerSecond"),
    line("Hive Gateway, 1,000 sockets", "", few.yimen, few.hive, "deliveriesPerSecond"),
    line("Hive Gateway with Rust planner, 1,000 sockets", "≥ 8", few.yimen, few["hive-rust"], "deliveriesPerSecond"),
    line("memory of an idle socket to bare, 10,000 sockets", "≤ 1.5", many.yimen, many.bare, "bytesPerSocket"),
  ];
}

export const RESULTS = join(import.meta.dirname, "../../results/sockets.json");

if (import.meta.main) console.info(tables(JSON.parse(readFileSync(RESULTS, "utf8")) as SocketResults));
