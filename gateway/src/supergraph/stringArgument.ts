import { type DirectiveNode, Kind } from "graphql";

/** The text a directive gives as an argument, if it does. */
export function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
