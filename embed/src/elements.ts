type Child = Node | string | null;

/** Makes an element. Texts become text, whatever is in them. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A heading with a list under it; nothing where the list is empty. */
export const listOf = (heading: string, entries: readonly string[], tag: "ul" | "ol" = "ul"): HTMLElement | null =>
  entries.length === 0
    ? null
    : h("section", {}, h("h3", {}, heading), h(tag, {}, ...entries.map((text) => h("li", {}, text))));
