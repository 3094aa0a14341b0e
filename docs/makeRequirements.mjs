// Writes docs/requirements.md from the titles of the tests: node docs/makeRequirements.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const docs = dirname(fileURLToPath(import.meta.url));
const root = join(docs, "..");
const sources = ["packages", "subgraphs", "gateway", "board", "embed", "ops", "e2e"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(".ts") && !/node_modules|dist|generated/.test(file))
    .map((file) => join(root, folder, file)),
);

const NUMBER = /\b(?:R\d{3}|I-[CKSEG]\d{1,2})\b/g;
const RANGE = /\b(R)(\d{3})[–-]R?(\d{3})\b/g;
const TITLE = /\b(?:describe|it|test)(?:\.each\([\s\S]*?\))?\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/** The numbers a text names; "R097–R099" names three. */
const numbersIn = (text) => [
  ...(text.match(NUMBER) ?? []),
  ...[...text.matchAll(RANGE)].flatMap(([, letter, from, to]) =>
    Array.from({ length: to - from + 1 }, (_, n) => letter + String(Number(from) + n).padStart(3, "0")),
  ),
];

/** What is proven: number, file, title. A title inside a describe stands for itself. */
const proofs = sources
  .filter((file) => file.endsWith(".test.ts"))
  .flatMap((file) => {
    const where = relative(root, file);
    const titles = [...readFileSync(file, "utf8").matchAll(TITLE)].map(([, , title]) => title);
    return titles.flatMap((title) => [...new Set(numbersIn(title))].map((number) => ({ number, where, title })));
  });

/** The plans' own sentences, where a refusal quotes them. */
const sentences = new Map(
  sources
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/id: "(R\d{3})",\s*sentence:\s*"([^"]*)"/g)].map(([, id, said]) => [
        id,
        said,
      ]),
    ),
);

const cell = (text) => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
const byNumber = Map.groupBy(proofs, ({ number }) => number);
const rows = [...byNumber.keys()].sort().map((number) => {
  const files = Map.groupBy(byNumber.get(number), ({ where }) => where);
  const told = [...files.keys()]
    .sort()
    .map((where) => `\`${where}\`: ${[...new Set(files.get(where).map(({ title }) => title))].sort().join("; ")}`);
  return `| ${number} | ${cell(sentences.get(number) ?? "")} | ${cell(told.join("<br>"))} |`;
});

writeFileSync(
  join(docs, "requirements.md"),
  `# What is proven

Every requirement (R) of the five plans and every invariant (I) that a test names in its title, with the sentence of the plan
where a refusal quotes it, and the tests. A number that does not stand here is not proven by name. Written by
\`docs/makeRequirements.mjs\` from the tests themselves.

| number | the plan says | proven by |
|---|---|---|
${rows.join("\n")}
`,
);
console.info(`${rows.length} requirements and invariants are named by tests`);
