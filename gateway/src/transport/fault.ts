import type { SubgraphResponse } from "../engine/subgraphClient.js";

/** What a subgraph did instead of answering. */
export type FaultCode = "SUBGRAPH_UNREACHABLE" | "SUBGRAPH_TIMEOUT" | "SUBGRAPH_BAD_ANSWER";

const texts: Readonly<Record<FaultCode, string>> = {
  SUBGRAPH_UNREACHABLE: "暂时无法连接该服务。 The service cannot be reached.",
  SUBGRAPH_TIMEOUT: "该服务未及时答复。 The service did not answer in time.",
  SUBGRAPH_BAD_ANSWER: "该服务的答复无法识别。 The service gave an answer that cannot be read.",
};

/** The answer in place of one that did not come. */
export const fault = (code: FaultCode, subgraph: string): SubgraphResponse => ({
  data: null,
  errors: [{ message: texts[code], extensions: { code, service: subgraph } }],
});
