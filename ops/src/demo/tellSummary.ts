import type { Played } from "./player.js";
import type { Summary } from "./record.js";

const STATUSES: Readonly<Record<string, string>> = {
  COLLECTED: "收件",
  AWAITING_CORRECTION: "补正中",
  ACCEPTED: "已受理",
  UNDER_REVIEW: "审查中",
  IN_SPECIAL_PROCEDURE: "特别程序中",
  GRANTED: "准予",
  DENIED: "不予",
  RESULT_MADE: "已制证",
  RESULT_ISSUED: "待领取",
  DELIVERED: "已送达",
  REFUSED_ACCEPTANCE: "不予受理",
  WITHDRAWN: "已撤回",
  TERMINATED: "已终止",
  REVOKED: "已撤销",
};

/** What the day came to. */
export function tellSummary({ acts, refusals, unexpected }: Played, { statuses, events, medianLag }: Summary): string {
  const lag = medianLag === null ? "—" : `${medianLag} ms`;
  return [
    "",
    `── 小结  summary`,
    ...[...statuses].map(([status, count]) => `  ${String(count).padStart(4)}  ${STATUSES[status] ?? ""}  ${status}`),
    `  办理 ${acts} 次，依规拒绝 ${refusals} 次，意外 ${unexpected} 次  ${acts} acts, ${refusals} refused by a rule, ${unexpected} unexpected`,
    `  事件  events: ${events.cases} 办件 cases, ${events.queue} 排队 queue, ${events.duty} 在岗 duty`,
    `  从提交到订阅者的延迟（中位数）  median lag from commit to subscriber: ${lag}`,
    "",
  ].join("\n");
}

/** What becomes of the clock. */
export const LIVES_ON = [
  "  办公时钟停留在演示的时间，从此按正常速度走；再次演示从下一个工作日继续。",
  "  The office's clock goes on from the demonstration's time at normal speed; the next demonstration plays the next days.",
].join("\n");
