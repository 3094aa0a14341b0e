/** The operations by which an applicant follows what was handed in online. */

export const STEPS = /* GraphQL */ `
  subscription MySteps($caseId: ID!, $after: String) {
    caseEvents(caseId: $caseId, after: $after) { type version window { id } }
  }
`;

export const NOTICE = "query ($id: ID!) { case(id: $id) { status corrections { requirementIds reason } } }";

export const RESULT = /* GraphQL */ `
  query MyResult($id: ID!) {
    case(id: $id) {
      status
      decision { outcome }
      result { documentNo }
      delivery { method }
      daysAtWindow
      visit { id }
      openedBy { officer { id } }
    }
  }
`;

/** How far a bundle is, by its one receipt (R211). */
export const BUNDLE_PROGRESS = /* GraphQL */ `
  query BundleProgress($caseNo: String!, $secret: String!) {
    bundleProgress(bundleNo: $caseNo, secret: $secret) { closedAt cases { status } }
  }
`;
