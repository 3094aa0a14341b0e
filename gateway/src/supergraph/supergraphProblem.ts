import { OperatorProblem } from "@yimen/kernel/operatorProblem";

const unreadable: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOENT: { zh: "文件不存在", en: "there is no such file" },
  EISDIR: { zh: "这是一个目录", en: "it is a folder" },
  EACCES: { zh: "没有读取权限", en: "it may not be read by this user" },
};

/** What the planner says of a feature that it would have to know. */
const UNSUPPORTED = /feature (https:\S+) is for: \w+ but is unsupported/;

/** Why a gateway does not start on this supergraph file, in words for whoever starts it. */
export function supergraphProblem(file: string, problem: unknown): unknown {
  if (problem instanceof OperatorProblem || !(problem instanceof Error)) return problem;
  const code = "code" in problem ? String(problem.code) : "";
  const why = unreadable[code];
  if (why) {
    const text = {
      zh: `无法读取超图文件 ${file}:${why.zh}。请用 --supergraph 指定正确的路径。`,
      en: `The supergraph file ${file} cannot be read: ${why.en}. Say where it is with --supergraph.`,
    };
    return new OperatorProblem("SUPERGRAPH_NOT_READABLE", text, { cause: problem });
  }
  if (code === "SUBGRAPH_WITHOUT_URL") return problem;
  const feature = UNSUPPORTED.exec(problem.message)?.[1];
  const { message } = problem;
  const reason = message.replace(/\.$/, "");
  const text = feature
    ? {
        zh: `${file} 需要本网关没有的功能 ${feature},因此不予提供。请从子图中去掉该功能后重新组合。`,
        en: `${file} needs ${feature}, which this gateway does not have, so it is not served. Compose it without that.`,
      }
    : {
        zh: `${file} 不是可用的超图:${reason}。请检查该文件;超图由组合工具从各子图生成。`,
        en: `${file} is not a supergraph that can be served: ${reason}. Supergraphs are composed from subgraphs.`,
      };
  return new OperatorProblem("SUPERGRAPH_INVALID", text, { cause: problem });
}
