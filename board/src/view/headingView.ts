import { html, nothing } from "lit-html";
import { en } from "../text/en.js";
import { type Language, textsIn } from "../text/language.js";

/** A heading; beside the Chinese one the English, for those who look on, not for those who listen. */
export const headingView = (
  name: "windows" | "flow" | "alerts" | "news",
  language: Language,
) => html`${textsIn(language)[name]}
  ${language === "zh" ? html`<span class="beside" lang="en" aria-hidden="true">${en[name]}</span>` : nothing}`;
