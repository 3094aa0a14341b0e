import { readFileSync } from "node:fs";
import { OperatorProblem } from "../operatorProblem.js";

/** Under whose ids PostgreSQL runs; empty where our own will do. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root borrows the ids of an account with few rights. The account must exist,
 * because initdb looks its name up; which one it is does not matter.
 */
export function postgresRunner(myUid = process.geteuid?.(), passwd = readPasswd): Runner {
  if (myUid !== 0) return {};
  const accounts = passwd()
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const chosen =
    accounts.find(({ name }) => name === "postgres") ?? accounts.find(({ name }) => name === "nobody") ?? accounts[0];
  if (chosen) return { uid: chosen.uid, gid: chosen.gid };
  throw new OperatorProblem("NO_ORDINARY_ACCOUNT", {
    zh: "PostgreSQL 不能以 root 运行，而本机没有任何普通账户。请新建一个账户，或用 DATABASE_URL 指定自己的数据库。",
    en: "PostgreSQL cannot run as root and this machine has no other account: add one, or set DATABASE_URL to a server of your own.",
  });
}

const readPasswd = () => readFileSync("/etc/passwd", "utf8");
