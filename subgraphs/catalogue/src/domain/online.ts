import type { HandlingForm, Matter, OnlineDepth } from "./matter.js";

/** How a matter is handled, as far as it bears on handing it in without coming. */
type Handled = Pick<Matter, "handlingForms" | "onlineDepth">;

/** GB/T 39046-2020 A.5: on a computer or a telephone. */
const forms: readonly HandlingForm[] = ["ONLINE", "MOBILE"];

/** 网办深度 that does not reach as far as handing in. */
const notHandedIn: readonly OnlineDepth[] = ["CONSULTATION", "OTHER"];

/** Whether a matter can be handed in online (R064). */
export const handledOnline = ({ handlingForms, onlineDepth }: Handled): boolean =>
  handlingForms.some((form) => forms.includes(form)) && !notHandedIn.includes(onlineDepth);

/** Whether one thing can be: all of its matters, for half a bundle is none (R069). */
export const allHandledOnline = (matters: readonly (Handled | null)[]): boolean =>
  matters.every((matter) => matter !== null && handledOnline(matter));
