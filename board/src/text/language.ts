import type { Named } from "../state/boardState.js";
import { en } from "./en.js";
import { type Texts, zh } from "./zh.js";

export type Language = "zh" | "en";

export const textsIn = (language: Language): Texts => (language === "zh" ? zh : en);

/** The `lang` attribute that belongs to it. */
export const htmlLang = { zh: "zh-CN", en: "en" } as const;

export const nameIn = (language: Language, named: Named): string => (language === "zh" ? named.name : named.nameEn);

const KEY = "yimen.board.language";

/** What the address asks for, else what was chosen before, else Chinese. */
export function chosenLanguage(asked: string | null, storage: Storage): Language {
  const wanted = asked ?? read(storage);
  return wanted?.toLowerCase().startsWith("en") ? "en" : "zh";
}

/** Remembers the choice where the browser lets a page remember. */
export function rememberLanguage(language: Language, storage: Storage): void {
  try {
    storage.setItem(KEY, language);
  } catch {
    // full or forbidden: the choice holds until the page is left
  }
}

function read(storage: Storage): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}
