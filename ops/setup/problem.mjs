/** Something the person at the terminal has to put right: one sentence in both languages. */
export class Problem extends Error {
  constructor(zh, en) {
    super(`✗ ${zh}\n  ${en}`);
  }
}

/** Says what is going on, the Chinese first. */
export const say = (zh, en) => console.error(`· ${zh}  ${en}`);

/** Runs a whole command: a problem is printed as its sentence, anything else with its stack; both end with code 1. */
export async function command(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (thrown) {
    console.error(thrown instanceof Problem ? thrown.message : thrown);
    process.exitCode = 1;
  }
}
