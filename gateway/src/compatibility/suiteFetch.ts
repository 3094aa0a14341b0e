/** Where the suite's checks reach what they think is at its own fixed addresses. */
export const reached = {
  router: "",
  products: "",
  signed: async (): Promise<Readonly<Record<string, string>>> => ({}),
};

/** Stands for `make-fetch-happen` in the suite's checks. */
export default async function suiteFetch(url: string, init: RequestInit & { headers: Record<string, string> }) {
  if (url.startsWith("http://localhost:4000")) return fetch(reached.router, init);
  return fetch(reached.products, { ...init, headers: { ...init.headers, ...(await reached.signed()) } });
}
