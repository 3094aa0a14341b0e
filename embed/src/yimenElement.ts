import { ask, type Home, Refused } from "./ask.js";
import { h } from "./elements.js";
import { style } from "./style.js";
import { type Language, languageOf, type Words, words } from "./texts.js";

/** Where this script came from. Read while it loads: later the browser does not say any more. */
const script = document.currentScript as HTMLScriptElement | null;

/** What a component shows; nothing in the place of null. */
export type Shown = readonly (Node | null)[];

/** What the components have in common: a shadow of their own, a language, a key, and what is shown while they wait. */
export abstract class YimenElement extends HTMLElement {
  readonly #content = h("div", { "aria-live": "polite" });
  #asking = new AbortController();

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
  }

  connectedCallback(): void {
    this.refresh();
  }

  disconnectedCallback(): void {
    this.#asking.abort();
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

  /** Puts a frame around what will be answered. */
  protected frame(...around: readonly Node[]): void {
    const language = this.language === "en" ? "en" : "zh-CN";
    this.shadowRoot?.replaceChildren(h("div", { lang: language }, ...around, this.#content));
  }

  protected show(...nodes: Shown): void {
    this.#content.setAttribute("aria-busy", "false");
    this.#content.replaceChildren(...nodes.filter((node) => node !== null));
  }

  /** Asks for a document and shows what `render` makes of it; the last question asked is the one that is answered. */
  protected async load<T>(
    document: string,
    variables: Readonly<Record<string, string>>,
    render: (data: T) => Shown,
  ): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.show(h("p", { class: "muted" }, this.say(words.loading)));
    this.#content.setAttribute("aria-busy", "true");
    try {
      const data = await ask<T>(this.#home(), document, variables, signal);
      if (!signal.aborted) this.show(...render(data));
    } catch (problem) {
      if (!signal.aborted) this.#fail(problem, () => this.load(document, variables, render));
    }
  }

  #home(): Home {
    return {
      gateway: this.getAttribute("gateway") ?? script?.src ?? location.href,
      key: this.getAttribute("key") ?? script?.dataset.key ?? "",
    };
  }

  #fail(problem: unknown, again: () => void): void {
    const retry = h("button", { type: "button" }, this.say(words.retry));
    retry.addEventListener("click", again);
    const text = h("p", { role: "alert" }, this.say(reasonOf(problem)));
    this.show(h("div", { class: "error" }, text, retry));
  }
}

function reasonOf(problem: unknown): Words {
  const code = problem instanceof Refused ? problem.code : "";
  if (["ORIGIN_NOT_ALLOWED", "UNAUTHENTICATED", "DOCUMENT_NOT_TRUSTED"].includes(code)) return words.notHere;
  return ["QUOTA_EXCEEDED", "TOO_MANY_ATTEMPTS"].includes(code) ? words.tooOften : words.failed;
}
