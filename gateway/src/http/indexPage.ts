import type { FastifyInstance } from "fastify";

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>一门 Yimen</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}a{color:#0b5}</style>
<h1>一门 <span lang="en">Yimen</span></h1>
<p>一个区的政务服务,一张图。<br><span lang="en">One graph over a district's government services.</span></p>
<ul>
<li><a href="/board/">办件状态大屏 <span lang="en">Live status board</span></a></li>
<li><a href="/graphql?query=%7B__typename%7D">GraphQL 接口 <span lang="en">GraphQL endpoint</span></a> <code>POST /graphql</code> · <code>graphql-transport-ws</code> · <code>text/event-stream</code></li>
<li><a href="/operator">运行总览 <span lang="en">Operations</span></a></li>
<li><a href="/health">运行状况 <span lang="en">Health</span></a></li>
</ul>
</html>
`;

/** Shows a person who opens the gateway's address in a browser where to go. */
export function serveIndexPage(app: FastifyInstance): void {
  app.get("/", (_, reply) => reply.type("text/html; charset=utf-8").send(page));
}
