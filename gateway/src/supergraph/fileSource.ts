import { followFile } from "../watchedFile.js";
import type { SupergraphSource } from "./source.js";
import { supergraphProblem } from "./supergraphProblem.js";

/** Supergraphs from a file that is written anew when the graph changes. */
export const fileSource =
  (file: string): SupergraphSource =>
  async (serve, refused) => {
    let served: Promise<void> | null = null;
    let following: Disposable | undefined;
    try {
      following = followFile(
        file,
        (sdl) => {
          served = served ? served.then(() => serve(sdl)).catch(refused) : serve(sdl);
        },
        refused,
      );
      await served;
    } catch (problem) {
      following?.[Symbol.dispose]();
      throw supergraphProblem(file, problem);
    }
    return { [Symbol.asyncDispose]: async () => following[Symbol.dispose]() };
  };
