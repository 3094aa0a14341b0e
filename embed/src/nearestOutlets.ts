import byRegion from "../documents/nearestOutlets.graphql";
import byDistance from "../documents/outletsNear.graphql";
import { h } from "./elements.js";
import { canLocate, type Place, placeOf, visitorsPlace } from "./place.js";
import { type Outlet, ranked } from "./ranked.js";
import { type Words, words } from "./texts.js";
import { type Shown, YimenElement } from "./yimenElement.js";

type Matter<T> = { readonly matter: (T & { readonly name: string; readonly nameEn: string }) | null };

interface Nearby {
  /** Metres; nobody knows of an outlet without coordinates. */
  readonly distance: number | null;
  readonly outlet: Outlet;
}

/**
 * `<yimen-nearest-outlets matter="…" region="…" lat lon within>`: where a matter can be handed in. By distance from the
 * place that the page gives, or from the visitor's own once the visitor has asked for that; else by region.
 */
export class NearestOutlets extends YimenElement {
  static readonly observedAttributes = ["lang", "matter", "region", "lat", "lon", "within"];

  protected refresh(): void {
    const place = placeOf(this.getAttribute("lat"), this.getAttribute("lon"));
    const button = h("button", { type: "button", part: "button" }, this.say(words.locate));
    button.addEventListener("click", () => void this.#locate());
    this.frame(this.heading(words.outlets), canLocate() && !place ? h("p", {}, button) : "");
    if (place) this.#near(place, words.byDistance);
    else this.#inRegion(null);
  }

  async #locate(): Promise<void> {
    this.wait(words.locating);
    try {
      this.#near(await visitorsPlace(), words.byYourPlace);
    } catch {
      this.#inRegion(words.notLocated);
    }
  }

  #near({ latitude, longitude }: Place, note: Words): void {
    const within = Number(this.getAttribute("within")) || undefined;
    const variables = { matter: this.getAttribute("matter") ?? "", latitude, longitude, within };
    void this.load<Matter<{ readonly nearestOutlets: readonly Nearby[] | null }>>(
      byDistance,
      variables,
      ({ matter }) => {
        const nearby = matter?.nearestOutlets ?? [];
        const isAnyNear = nearby.some(({ distance }) => distance !== null);
        return this.#list(matter, nearby, isAnyNear ? note : words.noneNear);
      },
    );
  }

  #inRegion(note: Words | null): void {
    const variables = { matter: this.getAttribute("matter") ?? "" };
    void this.load<Matter<{ readonly outlets: readonly Outlet[] | null }>>(byRegion, variables, ({ matter }) => {
      const outlets = ranked(matter?.outlets ?? [], this.getAttribute("region"));
      return this.#list(
        matter,
        outlets.map((outlet) => ({ outlet, distance: null })),
        note ?? words.byRegion,
      );
    });
  }

  #list(matter: Matter<object>["matter"], nearby: readonly Nearby[], note: Words): Shown {
    if (!matter) return [h("p", { role: "status" }, this.say(words.noMatter))];
    if (nearby.length === 0) return [h("p", { role: "status" }, this.say(words.noOutlets))];
    return [
      h("p", {}, this.nameOf(matter)),
      h("p", { class: "muted", part: "note" }, this.say(note)),
      h("ul", { class: "plain", part: "list" }, ...nearby.map((each) => this.#entry(each))),
    ];
  }

  #entry({ outlet, distance }: Nearby): HTMLElement {
    const { address, phone, openNow, hours, coordinates } = outlet;
    const state = h("span", { class: openNow ? "state" : "muted" }, this.say(openNow ? words.openNow : words.closed));
    const times = this.language === "en" ? hours.textEn : hours.text;
    const tel = h("a", { href: `tel:${phone.replaceAll(/[^\d+]/g, "")}` }, phone);
    const way = coordinates && h("a", { href: coordinates.uri }, this.say(words.navigate));
    const name = h("strong", { part: "outlet" }, this.nameOf(outlet));
    const far = distance === null ? null : h("span", { class: "distance" }, this.#metres(distance));
    return h(
      "li",
      { part: "entry" },
      h("div", { class: "line" }, name, state, far),
      h("p", {}, address),
      h("p", { class: "muted" }, times),
      h("div", { class: "line" }, tel, way),
    );
  }

  #metres(distance: number): string {
    const [value, unit] = distance < 1_000 ? [Math.ceil(distance / 10) * 10, "meter"] : [distance / 1_000, "kilometer"];
    const options = { style: "unit", unit: unit as string, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.language === "en" ? "en" : "zh-CN", options).format(value as number);
  }
}
