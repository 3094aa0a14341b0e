// Writes docs/errors.md from the classes that refuse: node docs/makeErrors.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const docs = dirname(fileURLToPath(import.meta.url));
const root = join(docs, "..");
const sources = ["packages", "subgraphs", "gateway"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(".ts") && !/node_modules|dist|generated|\.test\.ts|testing|fixtures/.test(file))
    .map((file) => join(root, folder, file)),
);

const refusal =
  /(?:\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\s*)?export class (?<name>\w+) extends DomainError \{\s*(?:override )?readonly code = "(?<code>[A-Z0-9_]+)"(?<body>[\s\S]*?)\n\}/g;

/** What the class says of itself, or else what it tells the caller. */
function meaningOf({ comment = "", body }) {
  const said = comment
    .replaceAll(/\s*\n\s*\*\s?/g, " ")
    .replace(/@.*$/, "")
    .trim();
  return (
    said ||
    (/\ben:\s*["`](.*?)["`],?\s*\n/s.exec(body)?.[1] ?? /\ben: ["`](.*?)["`] \}/.exec(body)?.[1] ?? "")
  ).replaceAll("|", "\\|");
}

const found = sources.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(refusal)].map(({ groups }) => ({
    code: groups.code,
    rules: [...groups.body.matchAll(/\.(R\d{3})\b/g)].map(([, rule]) => rule),
    meaning: meaningOf(groups),
    where: relative(root, file),
  })),
);

const rows = found
  .sort((one, other) => (one.code === other.code ? (one.where < other.where ? -1 : 1) : one.code < other.code ? -1 : 1))
  .map(
    ({ code, rules, meaning, where }) =>
      `| \`${code}\` | ${[...new Set(rules)].join(", ")} | ${meaning} | \`${where}\` |`,
  );

writeFileSync(
  join(docs, "errors.md"),
  `# Refusals

Every refusal carries \`extensions.code\` (stable), a message in Chinese and English, the rule it comes from where there is one
(\`extensions.rule\`: number, sentence, source), and what the caller needs to go on. Written by \`docs/makeErrors.mjs\`.

| code | rule | meaning | defined in |
|---|---|---|---|
${rows.join("\n")}
`,
);
