import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { windowActor } from "./onDuty.js";
import { addReference } from "./store/applicantStore.js";

export interface RecogniseMaterialInput extends ChangeInput {
  readonly requirementId: string;
  readonly regionId: string;
  readonly issuedBy: string;
  readonly checkedWith: string;
  /** The paper's number: personal, kept with the applicant. */
  readonly reference: string;
}

/**
 * 异地互认: takes a paper of another region by reference, checked by the officer at the window (R122).
 *
 * @throws RecognitionNotPossible, MaterialNotOnList, TransitionNotAllowed, and the refusals of `onDuty.ts`
 */
export const recogniseMaterial = (context: Context, input: RecogniseMaterialInput) =>
  changeCase(
    context,
    "recogniseMaterial",
    input,
    async (current) => {
      const { requirementId, regionId, issuedBy, checkedWith, reference } = input;
      const by = await windowActor(context, current);
      const referenced = reference.trim() !== "" && reference.length <= LONGEST;
      return { type: "recognise", at: context.clock(), requirementId, regionId, issuedBy, checkedWith, referenced, by };
    },
    async (tx, { id }) => {
      await addReference(tx, id, { requirementId: input.requirementId, licenceNo: input.reference });
      return [];
    },
  );

const LONGEST = 100; // characters of a number
