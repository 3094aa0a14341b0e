import { OperatorProblem } from "@yimen/kernel/operatorProblem";

/** Why a gateway cannot listen, in words for whoever starts it. */
export function portProblem(problem: unknown, host: string, port: number): unknown {
  const code = problem instanceof Error && "code" in problem ? problem.code : undefined;
  const at = `${host}:${port}`;
  if (code === "EADDRINUSE") {
    const text = {
      zh: `${at} 已被占用。请用 --port 另选端口(0 表示任选空闲端口),或先停止占用它的程序。`,
      en: `${at} is in use. Choose another port with --port (0 takes a free one), or stop what listens there.`,
    };
    return new OperatorProblem("PORT_IN_USE", text, { cause: problem });
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL") {
    const text = {
      zh: `无法监听 ${at}。请用 --host 和 --port 另选地址或端口。`,
      en: `${at} cannot be listened on. Choose another address or port with --host and --port.`,
    };
    return new OperatorProblem("PORT_NOT_AVAILABLE", text, { cause: problem });
  }
  return problem;
}
