import { CALLER_HEADER, type Caller, signCaller } from "@yimen/kernel/caller";

const REUSED_FOR = 30_000; // milliseconds, as our gateway does

/**
 * The header by which our subgraphs know who calls, for gateways that cannot sign callers: as our own makes it, once for
 * each subgraph and half-minute. BENCH_CALLER says who calls.
 */
export function callerHeaders(): ((subgraph: string) => Promise<Record<string, string>>) | undefined {
  const { BENCH_CALLER, YIMEN_CALLER_SECRET } = process.env;
  if (!BENCH_CALLER || !YIMEN_CALLER_SECRET) return undefined;
  const caller = JSON.parse(BENCH_CALLER) as Caller;
  const signed = new Map<string, { readonly header: Promise<Record<string, string>>; readonly until: number }>();
  return (subgraph) => {
    const known = signed.get(subgraph);
    if (known && known.until > Date.now()) return known.header;
    const header = signCaller(caller, subgraph, YIMEN_CALLER_SECRET).then((text) => ({ [CALLER_HEADER]: text }));
    signed.set(subgraph, { header, until: Date.now() + REUSED_FOR });
    return header;
  };
}
