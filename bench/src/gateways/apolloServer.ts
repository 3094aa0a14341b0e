import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { callerHeaders } from "./signedCaller.ts";

/** @apollo/gateway under Apollo Server, as its documentation sets it up, forwarding `Authorization`. */
const [supergraph = "", port = "4600"] = process.argv.slice(2);
const signed = callerHeaders();

interface Context {
  readonly authorization?: string | undefined;
}

class ForwardingDataSource extends RemoteGraphQLDataSource<Context> {
  private readonly subgraph: string;

  constructor(subgraph: string, url: string | undefined) {
    super(url === undefined ? {} : { url });
    this.subgraph = subgraph;
  }

  override async willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>["willSendRequest"]>>[0]) {
    if ("authorization" in context && context.authorization)
      request.http?.headers.set("authorization", context.authorization);
    for (const [name, value] of Object.entries((await signed?.(this.subgraph)) ?? {}))
      request.http?.headers.set(name, value);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, "utf8"),
  buildService: ({ name, url }) => new ForwardingDataSource(name, url),
});
const server = new ApolloServer<Context>({ gateway, csrfPrevention: false });
await startStandaloneServer(server, {
  listen: { port: Number(port), host: "127.0.0.1" },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
