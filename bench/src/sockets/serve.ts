import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { type GraphQLSchema, graphql } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";

/** Serves a schema as graphql-ws does it, executing every event for every subscriber; `POST /step` makes an event. */
export function serve(schema: GraphQLSchema, port: number, step: () => unknown): void {
  const server = createServer(async (request, response) => {
    if (request.url === "/step") {
      response.end();
      return step();
    }
    const { query, variables } = JSON.parse(await text(request));
    const result = await graphql({ schema, source: query, variableValues: variables });
    response.setHeader("content-type", "application/json").end(JSON.stringify(result));
  });
  useServer({ schema }, new WebSocketServer({ server, path: "/graphql", perMessageDeflate: false }));
  server.listen(port, "127.0.0.1");
}
