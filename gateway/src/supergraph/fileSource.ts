import { followFile } from "../watchedFile.js";
import type { SupergraphSource } from "./source.js";

/** Supergraphs from a file that is written anew when the graph changes. */
export const fileSource =
  (file: string): SupergraphSource =>
  async (serve, refused) => {
    let served: Promise<void> | null = null;
    const following = followFile(
      file,
      (sdl) => {
        served = served ? served.then(() => serve(sdl)).catch(refused) : serve(sdl);
      },
      refused,
    );
    await served;
    return { [Symbol.asyncDispose]: async () => following[Symbol.dispose]() };
  };
