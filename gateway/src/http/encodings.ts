import { contentTypes } from "./mediaType.js";
import type { Encoding } from "./resultStream.js";

/** GraphQL over server-sent events, distinct connections mode. */
export const serverSentEvents: Encoding = {
  way: "event-stream",
  contentType: contentTypes["event-stream"],
  opening: "",
  alive: ":\n\n",
  complete: "event: complete\ndata:\n\n",
  startAt: (cursor) => `id: ${cursor}\n\n`,
  next: (message) => message.serverSentEvent(),
};

// The boundary follows each part at once: a reader takes a part for whole only when it sees the next boundary.
const part = (body: string) => `\r\ncontent-type: application/json\r\n\r\n${body}\r\n--graphql`;

/** Multipart subscriptions, as Apollo's clients ask for them where they have no websocket. */
export const multipartSubscription: Encoding = {
  way: "multipart",
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  opening: "\r\n--graphql",
  alive: part("{}"),
  complete: "--\r\n",
  startAt: () => "",
  next: (message) => message.part(part),
};
