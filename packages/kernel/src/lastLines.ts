import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const KEPT = 20;

/** Follows what a process says. @returns its last lines so far, oldest first */
export function lastLines(...streams: Readable[]): () => string[] {
  const lines: string[] = [];
  for (const input of streams) {
    createInterface({ input }).on("line", (line) => {
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
    });
  }
  return () => [...lines];
}
