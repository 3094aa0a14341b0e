import { rename, writeFile } from "node:fs/promises";

/** Waits until a service shows that time or a later one. */
export async function showsTime(health: string, iso: string): Promise<void> {
  const shown = async () => ((await (await fetch(health)).json()) as { now: string }).now;
  while (Date.parse(await shown()) < Date.parse(iso)) await new Promise((resolve) => setTimeout(resolve, 20)); // files are polled
}

/** The clock all services read: it stands where it is set, so that a test decides what time it is. */
export function clockFile(path: string) {
  let shown = 0;
  const write = async (virtual: number, speed: number) => {
    shown = virtual;
    await writeFile(`${path}.new`, JSON.stringify({ real: Date.now(), virtual, speed }));
    await rename(`${path}.new`, path);
  };
  return { set: (iso: string, speed = 0) => write(Date.parse(iso), speed), shown: () => new Date(shown) };
}
