import document from "../documents/caseProgress.graphql";
import { h, listOf } from "./elements.js";
import { states, words } from "./texts.js";
import { type Shown, YimenElement } from "./yimenElement.js";

type Status = keyof typeof states;
type Named = { readonly name: string; readonly nameEn: string };

interface Answer {
  readonly caseProgress: {
    readonly caseNo: string;
    readonly status: Status;
    readonly dueOn: string | null;
    readonly remainingDays: number | null;
    readonly missingMaterials: readonly string[];
    readonly matter: Named | null;
    readonly outlet: (Named & { readonly phone: string }) | null;
    readonly steps: readonly { readonly status: Status; readonly at: string }[];
  } | null;
}

/** `<yimen-case-progress>`: how far a case is, by the number and the code on its receipt. */
export class CaseProgress extends YimenElement {
  static readonly observedAttributes = ["lang", "case-no"];

  protected refresh(): void {
    const caseNo = this.#field("caseNo", this.say(words.caseNo), this.getAttribute("case-no") ?? "");
    const secret = this.#field("secret", this.say(words.secret), "");
    const form = h("form", {}, caseNo, secret, h("button", { type: "submit", part: "button" }, this.say(words.lookUp)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = new FormData(form);
      const said = (name: string) => String(given.get(name) ?? "").trim();
      const asked = { caseNo: said("caseNo"), secret: said("secret") };
      void this.load<Answer>(document, asked, (data) => this.#tell(data));
    });
    this.show();
    this.frame(this.heading(words.progress), form);
  }

  #field(name: string, label: string, value: string): HTMLElement {
    return h(
      "label",
      {},
      label,
      h("input", { part: "input", name, value, required: "", autocomplete: "off", spellcheck: "false" }),
    );
  }

  #tell({ caseProgress: found }: Answer): Shown {
    if (!found) return [h("p", { role: "status" }, this.say(words.noCase))];
    const facts: (readonly [string, string | null])[] = [
      [this.say(words.status), this.say(states[found.status])],
      [this.say(words.matter), found.matter && this.nameOf(found.matter)],
      [this.say(words.due), found.dueOn],
      [this.say(words.remaining), found.remainingDays === null ? null : String(found.remainingDays)],
      [this.say(words.outlet), found.outlet && `${this.nameOf(found.outlet)} ${found.outlet.phone}`],
    ];
    const rows = facts.flatMap(([term, fact]) => (fact === null ? [] : [h("dt", {}, term), h("dd", {}, fact)]));
    const steps = found.steps.map(({ status, at }) => `${this.#moment(at)} ${this.say(states[status])}`);
    return [
      h("h3", {}, found.caseNo),
      h("dl", {}, ...rows),
      listOf(this.say(words.missing), found.missingMaterials),
      listOf(this.say(words.steps), steps, "ol"),
    ];
  }

  /** In the office's time, wherever the page is read. */
  #moment(at: string): string {
    const language = this.language === "en" ? "en-GB" : "zh-CN";
    const options = { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Shanghai" } as const;
    return new Intl.DateTimeFormat(language, options).format(new Date(at));
  }
}
