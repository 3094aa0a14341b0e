import { html } from "lit-html";

type Said = readonly [zh: string, en: string];

/** Chinese, with English beside it. */
export const said = ([zh, en]: Said) => html`${zh} <span class="beside" lang="en">${en}</span>`;

/** Every word of the operator's page. */
export const texts = {
  title: ["运行总览", "Operations"],
  overview: ["概况", "Overview"],
  starting: ["正在连接网关…", "Connecting to the gateway…"],
  states: {
    CONNECTING: ["正在连接", "Connecting"],
    LIVE: ["实时", "Live"],
    LOST: ["连接中断", "Connection lost"],
    REFUSED: ["需要令牌", "Token needed"],
  },
  lostSince: ["网关无应答,以下为中断前的状态。中断于", "The gateway does not answer; this is how it stood. Lost at"],
  graph: ["图", "Graph"],
  graphSince: ["启用于", "In service since"],
  reloads: ["重载", "Reloads"],
  subgraphs: ["子图", "Subgraphs"],
  forget: ["退出", "Leave"],

  tokenNeeded: ["请输入运维令牌", "Enter an operator's token"],
  tokenWrong: [
    "该令牌无效、已过期或没有 gateway:operate 权限。",
    "The token is not good, has expired, or lacks gateway:operate.",
  ],
  token: ["令牌", "Token"],
  enter: ["进入", "Enter"],
  tokenHelp: ["令牌只保存在此标签页,关闭即清除。", "It is kept in this tab only, until that is closed."],

  subscribers: ["订阅者", "Subscribers"],
  sockets: ["连接", "Sockets"],
  socketsHelp: ["已打开的 WebSocket", "open websockets"],
  streams: ["数据流", "Streams"],
  waitingStreams: ["等待恢复", "resuming"],
  deliveries: ["每秒送达", "Deliveries a second"],
  curve: ["最近三分钟每秒送达", "Deliveries a second, last three minutes"],
  unread: ["待读", "Unread"],
  unreadHelp: ["已发出、客户端未读", "sent, not yet read"],
  letGo: ["过慢断开", "Let go"],
  letGoHelp: ["读得过慢的客户端", "clients that read too slowly"],
  memory: ["内存", "Memory"],
  heap: ["堆", "heap"],
  delay: ["事件循环迟延", "Event loop delay"],
  processor: ["处理器", "Processor"],
  up: ["已运行", "up"],

  columns: [
    ["订阅", "Subscription"],
    ["子图", "Subgraph"],
    ["状态", "State"],
    ["订阅者", "Subscribers"],
    ["位置 · 落后", "Position · behind"],
    ["送达用时", "To last client"],
    ["每秒 · 累计", "Events/s · all"],
    ["待读", "Unread"],
    ["中断", "Lost"],
  ],
  streamStates: { OPEN: ["已连接", "Open"], WAITING: ["恢复中", "Resuming"], BEHIND: ["可能落后", "May be behind"] },
  atHead: ["已到末端", "at the end"],
  notResumable: ["不可恢复", "cannot be resumed"],
  noStreams: ["目前无人订阅", "Nobody is subscribed"],
  nobodyLetGo: ["没有客户端被断开", "No client was let go"],
  unnamed: ["未命名", "unnamed"],
  ways: { websocket: "WebSocket", "event-stream": "SSE", multipart: "multipart" },
} as const;
