import { setTimeout as delay } from "node:timers/promises";

const PAUSE = 100; // milliseconds between two looks

/** Waits until a service says that it is ready to work. Gives up, with false, when `signal` is aborted. */
export async function untilHealthy(port: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await isHealthy(port)) return true;
    await delay(PAUSE);
  }
  return false;
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not listening yet
  }
}
