/** Whose pages may call from a browser, besides the gateway's own: those of these origins, or of any. */
export type Origins = readonly string[] | "*";
