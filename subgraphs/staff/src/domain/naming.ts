import { DomainError, type Rule } from "@yimen/kernel/errors";
import type { OutletKind } from "./outlet.js";

/** What outlets of a kind are called in a region, as configuration with a period of validity (R013). */
export interface NamingRule {
  readonly regionId: string;
  readonly kind: OutletKind;
  /** A regular expression for the whole name. */
  readonly pattern: string;
  readonly example: string;
  readonly effectiveFrom: string;
  /** Last day of validity. */
  readonly effectiveTo: string | null;
  readonly sentence: string;
  readonly source: string;
}

export class NameNotStandard extends DomainError {
  readonly code = "NAME_NOT_STANDARD";
  constructor(name: string, rule: NamingRule) {
    const asked: Rule = { id: "R013", sentence: rule.sentence, source: rule.source };
    super(
      {
        zh: `网点名称不符合本地统一命名,应如“${rule.example}”。`,
        en: "The name is not as the region names such outlets; see the example.",
      },
      { name, example: rule.example },
      asked,
    );
  }
}

/** @throws NameNotStandard for the first rule of that day that the name breaks */
export function requireStandardName(name: string, kind: OutletKind, rules: readonly NamingRule[], day: string): void {
  const inForce = rules.filter(
    (rule) => rule.kind === kind && rule.effectiveFrom <= day && (rule.effectiveTo === null || day <= rule.effectiveTo),
  );
  const broken = inForce.find(({ pattern }) => !new RegExp(`^(?:${pattern})$`, "u").test(name));
  if (broken) throw new NameNotStandard(name, broken);
}
