import type { AddressInfo } from "node:net";
import { type Clock, realClock } from "@yimen/kernel/clock";
import { type Logger, pino } from "pino";
import { withReadAudit } from "./access/audit/auditSubgraph.js";
import type { ReadAudit } from "./access/audit/readAudit.js";
import type { GuardSettings } from "./access/guardedEngine.js";
import { noPolicies, type Policies } from "./access/policies.js";
import { type Access, recogniseCallers } from "./caller/access.js";
import { openAttachments, signedAttachments } from "./caller/attachments.js";
import { anonymousSession } from "./caller/session.js";
import { clientAddress } from "./clientAddress.js";
import { SubgraphTransport } from "./engine/transport/subgraphTransport.js";
import { maskErrors } from "./errors/subgraphErrors.js";
import { serveEmbed } from "./http/embed.js";
import { createHttpServer } from "./http/httpServer.js";
import { servePages } from "./http/pages.js";
import type { Attempts } from "./limits/attempts.js";
import { defaultLimits, type Limits } from "./limits/limits.js";
import { memoryAttempts } from "./limits/memoryAttempts.js";
import { LiveStreams } from "./live/liveStreams.js";
import { documentTexts } from "./operation/documentTexts.js";
import { allowing, type Origins } from "./origins.js";
import { Pace } from "./pace.js";
import { memoryQuotas } from "./partners/quota/memoryQuotas.js";
import type { QuotaStore } from "./partners/quota/quotaStore.js";
import { portProblem } from "./portProblem.js";
import type { RequestContext } from "./requestContext.js";
import type { Services } from "./services.js";
import { Addresses } from "./supergraph/addresses.js";
import { keepGraph } from "./supergraph/graphInService.js";
import { probeSubgraphs } from "./supergraph/probe.js";
import type { SupergraphSource } from "./supergraph/source.js";
import { defaultSocketLimits, type SocketLimits } from "./websocket/socketLimits.js";
import { serveWebSockets } from "./websocket/webSocketServer.js";

export interface GatewayOptions {
  readonly supergraph: SupergraphSource;
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** Addresses of subgraphs to use in place of the supergraph's. */
  readonly urlOf?: (subgraph: string) => string | undefined;
  /** Without it the gateway is open: nobody is asked who calls. */
  readonly access?: Access | undefined;
  /** What the graph's policies mean; without them none holds for anybody. */
  readonly policies?: Policies;
  /** Whether an operation that reads what its caller may not is refused whole; its fields are null by default. */
  readonly onUnauthorized?: GuardSettings["onUnauthorized"];
  /** Opens where readings of personal data in clear are written down; without it all of it is masked. */
  readonly audit?: (() => Promise<ReadAudit>) | undefined;
  /** Opens where it is kept how much partners have used; in memory by default. */
  readonly quotas?: () => QuotaStore;
  /** Opens where it is counted how often secrets were tried; in memory by default. */
  readonly attempts?: () => Attempts;
  /** Whether clients may ask for the schema; so by default. */
  readonly introspection?: boolean;
  /** Tells clients all of every error, for development. */
  readonly verboseErrors?: boolean;
  /** Whose pages may call; none but the gateway's own by default. */
  readonly origins?: Origins;
  readonly limits?: Partial<Limits>;
  /** Proxies before the gateway, whose word on a client's address is taken. */
  readonly trustedProxies?: readonly string[];
  readonly socketLimits?: Partial<SocketLimits>;
  /** Milliseconds a subgraph has to answer. */
  readonly subgraphTimeoutMs?: number;
  /** Folder of the status board's built page. */
  readonly board?: string;
  /** Folder of the built embed kit. */
  readonly embed?: string;
  /** The house's time, by which credentials end; a demonstration may set it. */
  readonly clock?: Clock;
  readonly log?: Logger;
}

export interface RunningGateway extends AsyncDisposable {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** Stops accepting, lets running requests end, closes sockets with 1001. */
  stop(): Promise<void>;
}

/** Starts a gateway; resolves when it answers. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { access, clock = realClock, log = pino({ level: "silent" }), origins = [], host = "127.0.0.1" } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const errors = { verbose: options.verboseErrors ?? false };
  const addresses = new Addresses(options.urlOf ?? (() => undefined));
  const urlOf = (subgraph: string) => addresses.urlOf(subgraph);
  const pace = new Pace();
  const transport = new SubgraphTransport<RequestContext>({
    ...(access ? signedAttachments(access.callerSecret) : openAttachments),
    urlOf,
    timeoutMs: options.subgraphTimeoutMs ?? 15_000,
    onFetch({ subgraph, fault }, { requestId }) {
      pace.progressed();
      if (fault) log.warn({ subgraph, requestId, fault }, "subgraph fault");
    },
  });
  const audit = await options.audit?.();
  const client = maskErrors(withReadAudit(transport, urlOf, audit), errors, log);
  const callers = recogniseCallers(access, clock, log);
  const live = new LiveStreams((problem) => log.error({ err: problem }, "live stream failed"));
  const quotas = options.quotas?.() ?? memoryQuotas();
  const attempts = options.attempts?.() ?? memoryAttempts();
  const graph = await keepGraph({
    onReload: () => live.replan(),
    source: options.supergraph,
    introspection: options.introspection ?? true,
    client,
    addresses,
    limits,
    guard: {
      policies: options.policies ?? noPolicies,
      onUnauthorized: options.onUnauthorized ?? "null",
      disclosure: audit && { audit, clock, log },
    },
    clock,
    partners: callers.partners,
    quotas,
    attempts,
    log,
  });

  const stopping = new AbortController();
  const services: Services = {
    engine: graph.engine,
    authenticate: callers.authenticate,
    isOpen: access === undefined,
    isShareable: graph.isShareable,
    textOf: documentTexts(),
    limits,
    addressOf: clientAddress(options.trustedProxies),
    errors,
    clock,
    probe: () => probeSubgraphs(client, graph.engine(anonymousSession).subgraphs),
    live,
    log,
    stopping: stopping.signal,
    pace,
  };
  const allowed = allowing(origins, callers.partners);
  const app = await createHttpServer(services, allowed);
  await servePages(app, options.board);
  if (options.embed) serveEmbed(app, options.embed);
  await app.ready();
  const sockets = serveWebSockets(app.server, services, { ...defaultSocketLimits, ...options.socketLimits }, allowed);

  const stop = async () => {
    stopping.abort();
    await Promise.all([app.close(), sockets[Symbol.asyncDispose]()]); // running requests still fetch: the rest comes after
    callers[Symbol.dispose]();
    await graph[Symbol.asyncDispose]();
    await transport[Symbol.asyncDispose]();
    await audit?.[Symbol.asyncDispose]();
    await quotas[Symbol.asyncDispose]();
    await attempts[Symbol.asyncDispose]();
  };
  try {
    await app.listen({ port: options.port, host });
  } catch (busy) {
    await stop();
    throw portProblem(busy, host, options.port);
  }
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${host}:${port}/graphql`, stop, [Symbol.asyncDispose]: stop };
}
