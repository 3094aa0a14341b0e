import document from "../documents/matterGuide.graphql";
import { h, listOf } from "./elements.js";
import { units, words } from "./texts.js";
import { type Shown, YimenElement } from "./yimenElement.js";

type Named = { readonly name: string; readonly nameEn: string };

interface Material {
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly necessity: "REQUIRED" | "OPTIONAL" | "CONDITIONAL";
  readonly deferrable: boolean;
}

interface Guide {
  readonly onSiteVisits: number;
  readonly promisedLimit: { readonly value: number; readonly unit: keyof typeof units };
  readonly fee: { readonly charged: boolean; readonly standard: string | null };
  readonly acceptanceConditions: readonly string[];
  readonly materials: readonly Material[];
  readonly steps: readonly { readonly name: string }[];
}

interface Answer {
  readonly matter:
    | (Named & { readonly department: (Named & { readonly phone: string }) | null; readonly guide: Guide | null })
    | null;
}

/** `<yimen-matter-guide matter="…">`: what a matter asks for, and what is promised. */
export class MatterGuide extends YimenElement {
  static readonly observedAttributes = ["lang", "matter"];

  protected refresh(): void {
    this.frame();
    const matter = this.getAttribute("matter") ?? "";
    void this.load<Answer>(document, { matter }, (data) => this.#tell(data));
  }

  #tell({ matter }: Answer): Shown {
    if (!matter) return [h("p", { role: "status" }, this.say(words.noMatter))];
    const { department, guide } = matter;
    const heading = h("h2", { part: "heading" }, this.nameOf(matter));
    if (!guide) return [heading, h("p", { role: "status" }, this.say(words.noGuide))];
    const facts: (readonly [string, string])[] = [
      ...(department ? [[this.say(words.department), `${this.nameOf(department)} ${department.phone}`] as const] : []),
      [this.say(words.limit), this.#limit(guide)],
      [this.say(words.visits), String(guide.onSiteVisits)],
      [this.say(words.fee), guide.fee.charged ? (guide.fee.standard ?? "") : this.say(words.free)],
    ];
    return [
      heading,
      h("dl", {}, ...facts.flatMap(([term, fact]) => [h("dt", {}, term), h("dd", {}, fact)])),
      listOf(this.say(words.conditions), guide.acceptanceConditions),
      listOf(
        this.say(words.materials),
        guide.materials.map((material) => this.#material(material)),
      ),
      listOf(
        this.say(words.procedure),
        guide.steps.map(({ name }) => name),
        "ol",
      ),
    ];
  }

  #limit({ promisedLimit: { value, unit } }: Guide): string {
    if (value === 0) return this.say(words.atOnce);
    return this.language === "en" ? `${value} ${units[unit].en}` : `${value}${units[unit].zh}`;
  }

  #material({ name, originals, copies, necessity, deferrable }: Material): string {
    const english = this.language === "en";
    const counts = [
      originals > 0 && (english ? `${originals} original` : `原件${originals}份`),
      copies > 0 && (english ? `${copies} copies` : `复印件${copies}份`),
    ].filter(Boolean);
    const count = english ? ` (${counts.join(", ")})` : `(${counts.join("，")})`;
    const notes = [
      necessity === "OPTIONAL" && this.say(words.optional),
      necessity === "CONDITIONAL" && this.say(words.conditional),
      deferrable && this.say(words.deferrable),
    ];
    return name + (counts.length > 0 ? count : "") + notes.filter(Boolean).join("");
  }
}
