import { parseArgs } from "node:util";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { isPlainDate, type PlainDate } from "@yimen/workdays/plainDate";

export interface Options {
  /** How many times as fast as real time. */
  readonly speed: number;
  /** The day to play; left out, the next one. */
  readonly from: PlainDate | null;
  /** Which visitors come by chance. */
  readonly seed: number;
  /** How many of them. */
  readonly visitors: number;
}

const FASTEST = 3_600; // beyond that the services, which look at the clock every second, see nothing of the day

/** @throws OperatorProblem */
export function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  const speed = Number(values.speed ?? 60);
  const seed = Number(values.seed ?? 1);
  const { from = null } = values;
  const visitors = Number(values.visitors ?? 24);
  const whole = [seed, visitors].every((number) => Number.isInteger(number) && number >= 0);
  const right = speed >= 1 && speed <= FASTEST && whole && (from === null || isPlainDate(from));
  if (!right) throw usage();
  return { speed, from, seed, visitors };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args: [...args], options: { speed: text, from: text, seed: text, visitors: text } });
  } catch {
    throw usage();
  }
}

const usage = () =>
  new OperatorProblem("USAGE", {
    zh: `用法：npm run demo -- [--speed 60] [--from 2026-03-02] [--seed 1] [--visitors 24]；速度为 1 至 ${FASTEST} 倍。`,
    en: `Usage: npm run demo -- [--speed 60] [--from 2026-03-02] [--seed 1] [--visitors 24]; speed from 1 to ${FASTEST}.`,
  });
