import { contentTypes } from "./mediaType.js";
import type { Encoding } from "./resultStream.js";

/** GraphQL over server-sent events, distinct connections mode. */
export const serverSentEvents: Encoding = {
  contentType: contentTypes["event-stream"],
  alive: ":\n\n",
  complete: "event: complete\ndata:\n\n",
  startAt: (cursor) => `id: ${cursor}\n\n`,
  next: (message) => message.serverSentEvent(),
};

const part = (body: string) => `\r\n--graphql\r\ncontent-type: application/json\r\n\r\n${body}`;

/** Multipart subscriptions, as Apollo's clients ask for them where they have no websocket. */
export const multipartSubscription: Encoding = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  alive: part("{}"),
  complete: "\r\n--graphql--\r\n",
  startAt: () => "",
  next: ({ result }) => part(`{"payload":${result}}`),
};
