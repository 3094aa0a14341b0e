import { Again } from "./again.js";
import { ask, type Home, Refused, type Variables } from "./ask.js";
import { h } from "./elements.js";
import { style } from "./style.js";
import { type Language, languageOf, type Words, words } from "./texts.js";

/** Where this script came from. Read while it loads: later the browser does not say any more. */
const script = document.currentScript as HTMLScriptElement | null;

/** What a component shows; nothing in the place of null. */
export type Shown = readonly (Node | null)[];

interface Question {
  readonly document: string;
  readonly variables: Variables;
  readonly render: (data: never) => Shown;
}

const SOONEST = 30; // seconds between two looks at the same thing
const LATEST = 600;

/** What the components have in common: a shadow of their own, a language, a key, and what is shown while they wait. */
export abstract class YimenElement extends HTMLElement {
  readonly #content = h("div", { "aria-live": "polite", part: "content" });
  readonly #again = new Again();
  #asking = new AbortController();
  /** What was answered last, as text. */
  #answered = "";

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
  }

  connectedCallback(): void {
    this.refresh();
  }

  disconnectedCallback(): void {
    this.#forget();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.refresh();
  }

  /** Shows everything anew. */
  protected abstract refresh(): void;

  protected get language(): Language {
    return languageOf(this.getAttribute("lang"));
  }

  protected say(text: Words): string {
    return text[this.language];
  }

  /** The name of something in the language that is shown. */
  protected nameOf({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string {
    return this.language === "en" ? nameEn : name;
  }

  /** A heading that the page may put another in the place of. */
  protected heading(text: Words): HTMLElement {
    return h("slot", { name: "heading" }, h("h2", { part: "heading" }, this.say(text)));
  }

  /** Puts a frame around what will be answered. */
  protected frame(...around: readonly (Node | string)[]): void {
    const language = this.language === "en" ? "en" : "zh-CN";
    this.shadowRoot?.replaceChildren(
      h("div", { lang: language }, ...around, this.#content, h("slot", { name: "footer" })),
    );
  }

  protected show(...nodes: Shown): void {
    this.#content.setAttribute("aria-busy", "false");
    this.#content.replaceChildren(...nodes.filter((node) => node !== null));
  }

  /** Shows that something is under way; what was asked before is not waited for any more. */
  protected wait(text: Words): void {
    this.#forget();
    this.show(h("p", { class: "muted" }, this.say(text)));
    this.#content.setAttribute("aria-busy", "true");
  }

  /** Asks for a document and shows what `render` makes of it; the last question asked is the one that is answered. */
  protected load<T>(document: string, variables: Variables, render: (data: T) => Shown): Promise<void> {
    this.wait(words.loading);
    this.#answered = "";
    return this.#answer({ document, variables, render }, SOONEST);
  }

  async #answer(question: Question, pause: number): Promise<void> {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const data = await ask<never>(this.#home(), question.document, question.variables, signal);
      if (signal.aborted) return;
      this.#shown(question, data);
      this.#lookAgain(question, SOONEST);
    } catch (problem) {
      if (signal.aborted) return;
      const wait = problem instanceof Refused ? problem.retryAfter : null;
      // What is on the screen stays while the network or the gateway is away for a while.
      if (this.#answered && isPassing(problem))
        this.#lookAgain(question, Math.min(LATEST, Math.max(pause * 2, wait ?? 0)));
      else this.#fail(problem, question);
    }
  }

  /** What has not changed is left alone, so that nobody has it read out again. */
  #shown({ render }: Question, data: never): void {
    const answered = JSON.stringify(data);
    if (answered === this.#answered) return;
    this.#answered = answered;
    this.show(...render(data));
    this.#tell("yimen-loaded");
  }

  #lookAgain(question: Question, atLeast: number): void {
    const wanted = Number(this.getAttribute("refresh"));
    if (wanted > 0) this.#again.after(Math.max(wanted, atLeast), () => void this.#answer(question, atLeast));
  }

  #forget(): void {
    this.#asking.abort();
    this.#again.cancel();
  }

  #home(): Home {
    return {
      gateway: this.getAttribute("gateway") ?? script?.src ?? location.href,
      key: this.getAttribute("key") ?? script?.dataset.key ?? "",
    };
  }

  #fail(problem: unknown, { document, variables, render }: Question): void {
    const retry = h("button", { type: "button", part: "button" }, this.say(words.retry));
    retry.addEventListener("click", () => void this.load(document, variables, render));
    const text = h("p", { role: "alert" }, this.say(reasonOf(problem)));
    this.show(h("div", { class: "error", part: "error" }, text, retry));
    const { code = "UNREACHABLE", requestId = null } = problem instanceof Refused ? problem : {};
    console.warn(`<${this.localName}> ${code}: ${(problem as Error).message} (${requestId ?? "—"})`); // for who makes the page
    this.#tell("yimen-failed", { code, requestId });
  }

  #tell(event: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true, detail }));
  }
}

/** Whether it may well be over the next time: nobody answers, or too much is asked just now. */
const isPassing = (problem: unknown): boolean =>
  !(problem instanceof Refused) ||
  ["QUOTA_EXCEEDED", "QUOTA_UNAVAILABLE"].includes(problem.code) ||
  problem.code.startsWith("HTTP_5");

function reasonOf(problem: unknown): Words {
  const code = problem instanceof Refused ? problem.code : "";
  if (code === "ORIGIN_NOT_ALLOWED") return words.notThisOrigin;
  if (code === "SECRET_KEY_IN_PAGE") return words.secretKey;
  if (["UNAUTHENTICATED", "DOCUMENT_NOT_TRUSTED"].includes(code)) return words.notHere;
  return ["QUOTA_EXCEEDED", "TOO_MANY_ATTEMPTS"].includes(code) ? words.tooOften : words.failed;
}
