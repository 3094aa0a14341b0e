import { type Caller, signCaller } from "@yimen/kernel/caller";

/** Signs a caller for one subgraph; at once when it was signed a moment ago. */
export type SignFor = (caller: Caller, subgraph: string) => string | Promise<string>;

const REUSED_FOR = 30_000; // milliseconds: half a signature's life, so that one handed out always has time to arrive

/** Signs callers with the house's secret; each caller object once per subgraph and half-minute. */
export function callerSigner(secret: string): SignFor {
  const signed = new WeakMap<Caller, Map<string, { token: string; until: number }>>();
  return (caller, subgraph) => {
    const known = signed.get(caller)?.get(subgraph);
    if (known && known.until > Date.now()) return known.token;
    return signCaller(caller, subgraph, secret).then((token) => {
      const tokens = signed.get(caller) ?? new Map();
      signed.set(caller, tokens.set(subgraph, { token, until: Date.now() + REUSED_FOR }));
      return token;
    });
  };
}
