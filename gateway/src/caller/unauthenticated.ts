import { type Bilingual, DomainError } from "@yimen/kernel/errors";

/** Why credentials were refused. No reason tells a stranger whether an account or key exists. */
export type RefusalReason =
  | "TOKEN_EXPIRED"
  | "TOKEN_INVALID"
  | "TOKEN_REVOKED"
  | "SCHEME_UNKNOWN"
  | "API_KEY_INVALID"
  | "AMBIGUOUS"
  | "NOT_CONFIGURED";

const texts: Readonly<Record<RefusalReason, Bilingual>> = {
  TOKEN_EXPIRED: { zh: "登录已过期,请重新登录。", en: "The token has expired; sign in again." },
  TOKEN_REVOKED: {
    zh: "登录凭证的签发密钥已停用,请重新登录。",
    en: "The key that vouched for this token was withdrawn; sign in again.",
  },
  TOKEN_INVALID: { zh: "登录凭证无效。", en: "The token is not valid here." },
  SCHEME_UNKNOWN: { zh: "Authorization 请求头须为 Bearer 令牌。", en: "Authorization must be a bearer token." },
  API_KEY_INVALID: { zh: "接口密钥无效。", en: "The API key is not valid." },
  AMBIGUOUS: { zh: "令牌与接口密钥只能出示其一。", en: "Present either a token or an API key, not both." },
  NOT_CONFIGURED: { zh: "本网关不受理此类凭证。", en: "This gateway does not take this kind of credentials." },
};

/** Credentials were presented and are not good. Never treated as anonymous: the client would not learn of its mistake. */
export class Unauthenticated extends DomainError {
  readonly code = "UNAUTHENTICATED";
  constructor(readonly reason: RefusalReason) {
    super(texts[reason], { reason });
  }
}
