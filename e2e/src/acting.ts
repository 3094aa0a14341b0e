import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Credentials, System } from "./system.js";

/** Input types whose name is not that of the mutation. */
const inputTypes: Readonly<Record<string, string>> = {
  receiveMaterials: "MaterialsInput",
  receiveCorrection: "CaseInput",
  pickUpCase: "CaseInput",
  issueResult: "CaseInput",
  refuseAcceptance: "ReasonInput",
  startSpecialProcedure: "ReasonInput",
  urgeCase: "ReasonInput",
  withdrawOwnCase: "ReasonInput",
  approveLeave: "LeaveInput",
  signIn: "SignInput",
  signOut: "SignInput",
};

const inputType = (mutation: string) =>
  inputTypes[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;

/** Why something was refused, as the API says it. */
export interface Refusal {
  readonly code: string;
  readonly rule?: { readonly id: string; readonly sentence: string; readonly source: string };
  readonly [detail: string]: unknown;
}

/** Acting through the gateway: each call is one mutation with a client key of its own. */
export function actingIn(system: System) {
  const send = <T>(who: Credentials, mutation: string, input: Record<string, unknown>, fields: string) =>
    system.ask<Record<string, T> | null>(
      who,
      `mutation ($input: ${inputType(mutation)}!) { ${mutation}(input: $input) { ${fields} } }`,
      { input: { clientMutationId: randomUUID(), ...input } },
    );
  return {
    /** Acts, and fails the test when it is refused. */
    async act<T>(
      who: Credentials,
      mutation: string,
      input: Record<string, unknown>,
      fields = "id version",
    ): Promise<T> {
      const { data, errors } = await send<T>(who, mutation, input, fields);
      expect({ mutation, errors }).toEqual({ mutation, errors: undefined });
      return data?.[mutation] as T;
    },

    /** Acts, and fails the test unless it is refused. */
    async refused(who: Credentials, mutation: string, input: Record<string, unknown>, fields = "id"): Promise<Refusal> {
      const { errors } = await send(who, mutation, input, fields);
      expect(errors, `${mutation} was not refused`).toHaveLength(1);
      expect(errors?.[0]?.message).toMatch(/[一-龥].* .*[a-z]/); // Chinese first, English beside it
      return errors?.[0]?.extensions as Refusal;
    },

    /** Asks, and fails the test when there are errors. */
    async ask<T>(who: Credentials, query: string, variables: Record<string, unknown> = {}): Promise<T> {
      const { data, errors } = await system.ask<T>(who, query, variables);
      expect(errors).toBeUndefined();
      return data;
    },
  };
}
