/** The first result, saying that more will come, then the others as they are done. */
export async function* multipart(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield `${first.slice(0, -1)},"hasNext":true}`;
  yield* rest;
}
