import type { Bilingual } from "@yimen/kernel/errors";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { Client } from "pg";
import { type DataService, settingName } from "./services.js";

/** A database on a server that is not ours, and the setting that names it. */
export interface OwnDatabase {
  readonly setting: string;
  readonly url: string;
}

/** Where the environment puts a service's database: its own setting, else its name on the server of DATABASE_URL. */
export function ownDatabase(service: DataService, env = process.env): OwnDatabase | null {
  const setting = settingName(service, "DATABASE_URL");
  const single = env[setting];
  if (single) return { setting, url: requireUrl(setting, single).href };
  if (!env.DATABASE_URL) return null;
  const url = Object.assign(requireUrl("DATABASE_URL", env.DATABASE_URL), { pathname: `/${service.database}` });
  return { setting: "DATABASE_URL", url: url.href };
}

/**
 * Makes sure that the database is there and answers; creates it where it is missing.
 *
 * @throws OperatorProblem that names the setting and what is wrong with it, without the password
 */
export async function requireDatabase({ setting, url }: OwnDatabase): Promise<void> {
  try {
    if (await exists(url)) return;
    const name = new URL(url).pathname.slice(1);
    await query(Object.assign(new URL(url), { pathname: "/postgres" }).href, `CREATE DATABASE "${name}"`);
  } catch (cause) {
    throw explain(setting, url, cause as NodeJS.ErrnoException);
  }
}

async function exists(url: string): Promise<boolean> {
  try {
    await query(url, "SELECT 1");
    return true;
  } catch (refusal) {
    if ((refusal as NodeJS.ErrnoException).code === "3D000") return false; // no such database
    throw refusal;
  }
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function requireUrl(setting: string, value: string): URL {
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return new URL(value);
  throw problem(setting, {
    zh: `${setting} 不是有效的数据库地址。格式应为 postgresql://用户:密码@主机:5432/数据库。`,
    en: `${setting} is not a database address: write it like postgresql://user:password@host:5432/database.`,
  });
}

function explain(setting: string, url: string, cause: NodeJS.ErrnoException): OperatorProblem {
  const { host, username, pathname } = new URL(url);
  const where = `${host}${pathname}`;
  switch (cause.code) {
    case "28P01":
    case "28000":
      return problem(setting, {
        zh: `${host} 拒绝了用户 ${username} 的登录。请检查 ${setting} 中的用户名和密码。`,
        en: `${host} does not let user ${username} in: check name and password in ${setting}.`,
      });
    case "42501":
      return problem(setting, {
        zh: `用户 ${username} 无权在 ${host} 上创建数据库 ${pathname.slice(1)}。请先创建它，或授予 CREATEDB 权限。`,
        en: `User ${username} may not create database ${pathname.slice(1)} on ${host}: create it first, or grant CREATEDB.`,
      });
    default:
      return problem(setting, {
        zh: `无法连接 ${setting} 指定的数据库 ${where}（${cause.code ?? cause.message}）。请检查地址以及数据库是否已启动。`,
        en: `Cannot reach the database ${where} of ${setting} (${cause.code ?? cause.message}): check the address, and that the server runs.`,
      });
  }
}

const problem = (setting: string, text: Bilingual) => new OperatorProblem(`${setting}_WRONG`, text);
