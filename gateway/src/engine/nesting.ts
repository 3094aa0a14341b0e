/** Whether lists and objects lie in one another more than `levels` deep; found without recursion, however deep. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let holders = [value].filter(isHolder);
  for (let depth = 0; holders.length > 0; depth++) {
    if (depth === levels) return true;
    holders = holders.flatMap((holder) => Object.values(holder).filter(isHolder));
  }
  return false;
}

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;
