import document from "../documents/nearestOutlets.graphql";
import { h } from "./elements.js";
import { type Outlet, ranked } from "./ranked.js";
import { words } from "./texts.js";
import { type Shown, YimenElement } from "./yimenElement.js";

interface Answer {
  readonly matter: {
    readonly name: string;
    readonly nameEn: string;
    readonly outlets: readonly Outlet[] | null;
  } | null;
}

/**
 * `<yimen-nearest-outlets matter="…" region="…" lat lon>`: where a matter can be handed in. Outlets have no coordinates
 * yet: `lat` and `lon` are taken for the day they do, order nothing, and never leave the page.
 */
export class NearestOutlets extends YimenElement {
  static readonly observedAttributes = ["lang", "matter", "region", "lat", "lon"];

  protected refresh(): void {
    this.frame(h("h2", {}, this.say(words.outlets)));
    const matter = this.getAttribute("matter") ?? "";
    void this.load<Answer>(document, { matter }, (data) => this.#tell(data));
  }

  #tell({ matter }: Answer): Shown {
    if (!matter) return [h("p", { role: "status" }, this.say(words.noMatter))];
    const outlets = ranked(matter.outlets ?? [], this.getAttribute("region"));
    if (outlets.length === 0) return [h("p", { role: "status" }, this.say(words.noOutlets))];
    return [
      h("p", {}, this.nameOf(matter)),
      h("ul", { class: "plain" }, ...outlets.map((outlet) => this.#entry(outlet))),
      h("p", { class: "muted" }, this.say(words.order)),
    ];
  }

  #entry(outlet: Outlet): HTMLElement {
    const { address, phone, openNow, hours } = outlet;
    const state = h("span", { class: openNow ? "state" : "muted" }, this.say(openNow ? words.openNow : words.closed));
    const times = this.language === "en" ? hours.textEn : hours.text;
    const tel = h("a", { href: `tel:${phone.replaceAll(/[^\d+]/g, "")}` }, phone);
    return h(
      "li",
      {},
      h("strong", {}, this.nameOf(outlet)),
      " ",
      state,
      h("p", {}, address),
      h("p", { class: "muted" }, times),
      h("p", {}, tel),
    );
  }
}
