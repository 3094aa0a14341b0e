import type { Bilingual } from "../errors.js";
import { OperatorProblem } from "../operatorProblem.js";

const KNOWN: readonly (readonly [pattern: RegExp, code: string, text: Bilingual])[] = [
  [
    /No space left on device|Disk quota exceeded/,
    "NO_DISK_SPACE",
    {
      zh: "磁盘空间不足，数据库无法写入。请腾出至少 1 GB 空间后重新启动。",
      en: "The disk is full and the database cannot write: free at least 1 GB and start again.",
    },
  ],
  [
    /could not bind|Address already in use/,
    "DATABASE_PORT_BUSY",
    {
      zh: "数据库端口已被占用。请再启动一次，或用 YIMEN_POSTGRES_PORT 指定另一个端口。",
      en: "The database's port is taken: start again, or choose another one with YIMEN_POSTGRES_PORT.",
    },
  ],
  [
    /Permission denied|has wrong ownership|Read-only file system/,
    "FOLDER_NOT_WRITABLE",
    {
      zh: "数据库无权写入其文件夹，可能是由另一个用户创建的。请用当初的用户启动，或修改所有者。",
      en: "The database may not write to its folder, perhaps another user made it: start as that user, or change the owner.",
    },
  ],
  [
    /could not (map|create|resize) .*shared memory|Cannot allocate memory/,
    "NO_MEMORY",
    {
      zh: "内存不足，数据库无法启动。请关闭其他程序后重新启动。",
      en: "There is not enough memory for the database: close other programs and start again.",
    },
  ],
];

/** What to do about a PostgreSQL that did not start, judged by its last lines. */
export function explainPostgres(lines: readonly string[], folder: string): OperatorProblem {
  const output = lines.join("\n");
  const [, code, text] = KNOWN.find(([pattern]) => pattern.test(output)) ?? [
    null,
    "DATABASE_DID_NOT_START",
    {
      zh: "内置数据库没有启动，请看它的最后几行。",
      en: "The embedded database did not start; its last lines say why.",
    },
  ];
  return new OperatorProblem(code, { zh: `${text.zh}（${folder}）`, en: `${text.en} (${folder})` }, { cause: output });
}
