import { Refusal } from "../operation/refusal.js";
import type { Partner } from "./partner.js";

/**
 * A publishable key can be copied out of any page that shows it: it is good only where the browser vouches for the page.
 *
 * @throws Refusal ORIGIN_NOT_ALLOWED
 */
export function refuseForeignOrigin({ origins }: Partner, origin: string | undefined): void {
  if (origin !== undefined && origins.includes(origin)) return;
  const message = "此密钥仅限登记的网页来源使用。 This key is good only in pages of the origins registered for it.";
  throw new Refusal(403, "ORIGIN_NOT_ALLOWED", message);
}
