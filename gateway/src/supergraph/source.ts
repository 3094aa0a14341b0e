/** Takes the text of a supergraph into service; rejects when it is not good enough to serve. */
export type Serve = (sdl: string) => Promise<void>;

/** Told of a supergraph that was not taken, while the last good one stays in service. */
export type Refused = (reason: unknown) => void;

/**
 * Where supergraphs come from: hands the first one to `serve` and every later one as it appears.
 *
 * @returns what ends the watching
 * @throws what is wrong with the first supergraph: without one there is nothing to serve
 */
export type SupergraphSource = (serve: Serve, refused: Refused) => Promise<AsyncDisposable>;
