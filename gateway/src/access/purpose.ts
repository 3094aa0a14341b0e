/** The header in which a caller says why it reads personal data; a websocket's `connection_init` calls it `purpose`. */
export const PURPOSE_HEADER = "x-yimen-purpose";

const LONGEST = 200; // characters

/**
 * A purpose as a client gave it; headers carry Chinese percent-encoded. One that is empty, too long or has control
 * characters counts as none.
 */
export function purposeOf(given: unknown): string | undefined {
  if (typeof given !== "string") return undefined;
  const purpose = decoded(given).trim();
  return purpose !== "" && purpose.length <= LONGEST && !/\p{Cc}/u.test(purpose) ? purpose : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
