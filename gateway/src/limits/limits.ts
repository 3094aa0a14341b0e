/** What a request may ask for. Beyond it, it is refused before anything is planned or fetched. */
export interface Limits {
  /** Lexical tokens of a document. */
  readonly tokens: number;
  /** Fields below one another, fragments written out. */
  readonly depth: number;
  /** Aliased fields, fragments written out. */
  readonly aliases: number;
  /** Fields at the root of one operation, fragments written out. */
  readonly rootFields: number;
  /** Directives, fragments written out. */
  readonly directives: number;
  /** Fields in all, fragments written out: what a small nest of fragments can blow up. */
  readonly fields: number;
  /** Fields of one name, or fragments spread, in one selection: what validation compares pair by pair. */
  readonly repetition: number;
  /** Fragments of a document. */
  readonly fragments: number;
  /** Bytes of an HTTP body or a websocket message. */
  readonly bodyBytes: number;
  /** Bytes of the variables, as JSON. */
  readonly variablesBytes: number;
  /** Connections, and websockets, that one address may hold at a time. */
  readonly connectionsPerAddress: number;
  /** Milliseconds to send a request's headers, and all of it. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** Elements of a list that a client may ask for by an argument such as `first`. */
  readonly listSize: number;
  /** Elements that a list is taken to have of which the schema says nothing. */
  readonly assumedListSize: number;
  /** What one operation may cost, by who asks: objects it may bring, each counted with its weight. */
  readonly anonymousCost: number;
  readonly applicantCost: number;
  readonly partnerCost: number;
  readonly staffCost: number;
  /** Wrong secrets in ten minutes: for one case number or the like, whoever tries. */
  readonly guessesPerValue: number;
  /** Wrong secrets in ten minutes: of one caller or address, whatever it tries. */
  readonly guessesPerClient: number;
}

export const defaultLimits: Limits = {
  tokens: 5_000,
  depth: 25,
  aliases: 100,
  rootFields: 30,
  directives: 100,
  fields: 5_000,
  repetition: 100,
  fragments: 200,
  bodyBytes: 1024 * 1024, // 1 MiB
  variablesBytes: 256 * 1024, // 256 KiB
  connectionsPerAddress: 2_000,
  headersMs: 10_000, // 10 seconds
  requestMs: 30_000, // 30 seconds
  listSize: 200,
  assumedListSize: 10,
  anonymousCost: 20_000,
  applicantCost: 20_000,
  partnerCost: 20_000,
  staffCost: 50_000,
  guessesPerValue: 10,
  guessesPerClient: 30,
};

/** For development and measurements on foreign graphs: bounds only against accidents. */
export const developmentLimits: Limits = {
  tokens: 15_000,
  depth: 100,
  aliases: 2_000,
  rootFields: 1_000,
  directives: 2_000,
  fields: 100_000,
  repetition: 2_000,
  fragments: 2_000,
  bodyBytes: 10 * 1024 * 1024, // 10 MiB
  variablesBytes: 10 * 1024 * 1024, // 10 MiB
  connectionsPerAddress: 1_000_000,
  headersMs: 10_000, // 10 seconds
  requestMs: 30_000, // 30 seconds
  listSize: 1_000_000,
  assumedListSize: 10,
  anonymousCost: 1_000_000_000,
  applicantCost: 1_000_000_000,
  partnerCost: 1_000_000_000,
  staffCost: 1_000_000_000,
  guessesPerValue: 10,
  guessesPerClient: 30,
};
