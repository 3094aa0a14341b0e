/** Whose pages may call from a browser, besides the gateway's own: those of these origins, or of any. */
export type Origins = readonly string[] | "*";

/** Whether pages of an origin may call. */
export interface AllowsOrigin {
  (origin: string): boolean;
  /** Whether all may. */
  readonly any: boolean;
}

/** Those of the house, and those of its partners as they are registered now. */
export function allowing(origins: Origins, partners?: { allowsOrigin(origin: string): boolean }): AllowsOrigin {
  const allows = (origin: string) =>
    origins === "*" || origins.includes(origin) || (partners?.allowsOrigin(origin) ?? false);
  return Object.assign(allows, { any: origins === "*" });
}
