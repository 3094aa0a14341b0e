import type { CaseEventAnswer, DutyEventAnswer, QueueEventAnswer } from "../graph/answers.js";
import type { News } from "./news.js";

const nothing = { windowId: null, subject: null, matter: null, officer: null, actingFor: null, percent: null };

export const caseNews = ({ cursor, type, at, percent, by, ...event }: CaseEventAnswer): News => ({
  ...nothing,
  ...{ stream: "cases", cursor, type, at, percent },
  windowId: event.window?.id ?? null,
  subject: event.case?.caseNo ?? null,
  matter: event.case?.matter ?? null,
  officer: by?.officer ?? null,
  actingFor: by?.actingFor ?? null,
});

export const queueNews = ({ cursor, type, at, window, ticket, visit }: QueueEventAnswer): News => ({
  ...nothing,
  ...{ stream: "queue", cursor, type, at },
  windowId: window?.id ?? null,
  subject: ticket?.number ?? visit?.ticket?.number ?? null,
});

export const dutyNews = ({ cursor, type, at, window, post, staffMember, actingFor }: DutyEventAnswer): News => ({
  ...nothing,
  ...{ stream: "duty", cursor, type, at },
  windowId: window?.id ?? null,
  subject: post?.name ?? null,
  officer: staffMember,
  actingFor,
});
