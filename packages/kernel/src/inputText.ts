import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";
import { DomainError } from "./errors.js";

const LONGEST = 20_000; // characters

/** A text that no field takes: too long, or with characters that PostgreSQL cannot store. */
export class TextNotAllowed extends DomainError {
  readonly code = "TEXT_NOT_ALLOWED";
  constructor() {
    super(
      {
        zh: `文本过长(至多 ${LONGEST} 字)或含有不可存储的字符(U+0000、不成对的代理项);请修改后再试。`,
        en: `A text is longer than ${LONGEST} characters or has characters that cannot be stored; correct it.`,
      },
      { longest: LONGEST },
    );
  }
}

const allowed = (text: string) => text.length <= LONGEST && !text.includes("\0") && text.isWellFormed();

/** Looks through everything a client sent, however deep. @throws TextNotAllowed */
export function requireAllowedText(input: unknown): void {
  const rest = [input];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === "string" && !allowed(value)) throw new TextNotAllowed();
    if (value && typeof value === "object") for (const part of Object.values(value)) rest.push(part);
  }
}

/** The same for texts that stand in the document. A validation rule, so that each document is looked through once. */
export const AllowedTextRule = (context: ValidationContext): ASTVisitor => ({
  StringValue(node) {
    if (allowed(node.value)) return;
    context.reportError(new GraphQLError("", { nodes: node, originalError: new TextNotAllowed() }));
  },
});
