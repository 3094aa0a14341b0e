import { Refusal } from "../operation/refusal.js";
import type { Partner } from "./partner.js";

/**
 * A secret key that a page shows is no secret any more: it is refused wherever a browser sends it.
 *
 * @throws Refusal SECRET_KEY_IN_PAGE
 */
export function refuseSecretInPage(origin: string | undefined): void {
  if (origin === undefined) return;
  const message =
    "保密密钥不得放在网页中,请立即作废并改用可公开密钥。 A secret key does not belong in a page: revoke it, and use a publishable one.";
  throw new Refusal(403, "SECRET_KEY_IN_PAGE", message);
}

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
