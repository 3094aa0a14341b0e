import type { SubgraphResponse } from "../subgraphClient.js";

/** What a subgraph did instead of answering. Stable: clients switch on it. */
export type FaultCode =
  | "SUBGRAPH_UNREACHABLE"
  | "SUBGRAPH_TIMEOUT"
  | "SUBGRAPH_BAD_ANSWER"
  | "SUBGRAPH_ANSWER_TOO_LARGE"
  | "SUBGRAPH_RESTING"
  | "SUBGRAPH_CONNECTION_LOST";

const texts: Readonly<Record<FaultCode, string>> = {
  SUBGRAPH_UNREACHABLE: "暂时无法连接该服务。 The service cannot be reached.",
  SUBGRAPH_TIMEOUT: "该服务未及时答复。 The service did not answer in time.",
  SUBGRAPH_BAD_ANSWER: "该服务的答复无法识别。 The service gave an answer that cannot be read.",
  SUBGRAPH_ANSWER_TOO_LARGE: "该服务的答复过大。 The service gave an answer that is too large.",
  SUBGRAPH_RESTING: "该服务多次失败,稍后重试。 The service failed repeatedly and is given a moment.",
  SUBGRAPH_CONNECTION_LOST: "与该服务的连接已中断。 The connection to the service was lost.",
};

/** Which operations may be sent to another address after a fault: what may have arrived must not arrive twice. */
export type Repeatable = "all" | "queries" | "none";

/** Why a fetch brought nothing. `detail` is for the log. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly detail?: string,
    readonly repeatable: Repeatable = "none",
  ) {
    super(texts[code]);
    this.name = "Fault";
  }

  /** The answer in place of one that did not come. */
  answer(subgraph: string): SubgraphResponse {
    return { data: null, errors: [{ message: this.message, extensions: { code: this.code, service: subgraph } }] };
  }
}
