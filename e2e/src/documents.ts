import { readFileSync } from "node:fs";

/** The operations that the whole-system tests send; each is one a user of the graph would write. */

/** What a citizen wants to know before leaving home (R203, R022). */
export const GUIDE = /* GraphQL */ `
  query Guide($matterId: ID!) {
    matter(id: $matterId) {
      name
      department { name }
      guide {
        acceptanceConditions
        promisedLimit { value unit }
        statutoryLimit { value unit }
        materials { id name necessity deferrable sampleForm }
        steps { name }
        fee { charged }
      }
      outlets {
        id
        name
        address
        phone
        openNow
        hours { text }
        rating { count goodRate stars }
      }
    }
  }
`;

/** Everything about one case, from all four departments' systems. */
export const WHOLE_CASE = /* GraphQL */ `
  query WholeCase($id: ID!) {
    case(id: $id) {
      caseNo
      status
      matter { name department { name } }
      guide { version }
      outlet { name }
      window { name outlet { name } }
      openedBy { officer { name } actingFor { name } }
      acceptance { at by { officer { name } actingFor { name } } }
      decision { outcome by { officer { name } actingFor { name } } }
      delivery { by { officer { name } actingFor { name } } }
      materials { name state dueOn }
      clock { state dueOn countedDays remainingDays explain { day counted reason number note } }
      log { type at by { officer { name } actingFor { name } } }
      visit { servedBy { officer { name } } }
      evaluations {
        grade
        badReview { status dueOn steps { type at by { name } } }
      }
    }
  }
`;

export const CASE_EVENTS = /* GraphQL */ `
  subscription CaseEvents($outletId: ID!, $after: String) {
    caseEvents(outletId: $outletId, after: $after) {
      cursor
      type
      statusAfter
      version
      caseId
      case { caseNo matter { name } }
      window { name }
      by { officer { name } actingFor { name } }
    }
  }
`;

/** The bank's document, as it is registered: partners are answered for no other. */
export const PROGRESS = readFileSync(
  new URL("../../partners/taoshan-bank/caseProgress.graphql", import.meta.url),
  "utf8",
);

/** The post's, which finds where a matter is taken from where somebody stands. */
export const OUTLETS_NEAR = readFileSync(
  new URL("../../partners/taoshan-post/outletsNear.graphql", import.meta.url),
  "utf8",
);
