const KEY = "yimen.board.token";

/**
 * The token of a board that stands where only staff see it: given once as `#token=…`, which servers never see, and kept
 * in this tab.
 *
 * @returns `null` for a board in the public hall
 */
export function staffToken(address: URL, storage: Storage): string | null {
  const given = new URLSearchParams(address.hash.slice(1)).get("token");
  if (given) storage.setItem(KEY, given);
  return given ?? storage.getItem(KEY);
}
