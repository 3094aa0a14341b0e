const caseFacts = /* GraphQL */ `
  fragment CaseFacts on Case {
    id caseNo version status openedAt closedAt dueOn overdue
    matter { name nameEn }
    window { id }
  }`;

const queueFacts = /* GraphQL */ `
  fragment QueueFacts on Window {
    id
    waiting { id number lane }
    visits { id startedAt ticket { id number lane } }
  }`;

const dutyFacts = /* GraphQL */ `
  fragment DutyFacts on Outlet {
    openNow opensNext
    windows { id state serving { officer { name nameEn } actingFor { name nameEn } } }
    vacancies { startedAt post { id name window { id } } }
    offlineTerminals { id name nameEn offlineSince }
  }`;

const countFacts = /* GraphQL */ `
  fragment CountFacts on Outlet { caseCounts { open overdue paused deliveredToday } }`;

/** The places one can choose among. */
export const OUTLETS = /* GraphQL */ `
  query BoardOutlets { outlets { id name nameEn kind windows { id } } }`;

/** Where the logs end: asked for before the snapshot, followed from afterwards. */
export const LOG_HEADS = /* GraphQL */ `
  query BoardLogHeads { caseLogHead dutyLogHead }`;

/** One outlet with all that is on its board but the open cases. */
export const SNAPSHOT = /* GraphQL */ `
  query BoardSnapshot($outletId: ID!) {
    outlet(id: $outletId) {
      id name nameEn
      windows { name nameEn kind ...QueueFacts }
      ...DutyFacts
      ...CountFacts
    }
    delivered: cases(first: 12, filter: { outletId: $outletId, statuses: [DELIVERED] }) { nodes { ...CaseFacts } }
  }
  ${caseFacts} ${queueFacts} ${dutyFacts} ${countFacts}`;

/** One page of the outlet's open cases. */
export const OPEN_CASES = /* GraphQL */ `
  query BoardOpenCases($outletId: ID!, $after: String) {
    cases(first: 100, after: $after, filter: { outletId: $outletId, open: true }) {
      nodes { ...CaseFacts }
      endCursor
      hasNextPage
    }
  }
  ${caseFacts}`;

/** What the hour changes without any event: doors, who serves, a new day's counts. */
export const HOURLY = /* GraphQL */ `
  query BoardHourly($outletId: ID!) {
    caseLogHead
    dutyLogHead
    outlet(id: $outletId) { ...DutyFacts ...CountFacts }
  }
  ${dutyFacts} ${countFacts}`;

// What is followed has a query beside it that reads how all of that stands: it is told when a cursor is too old.

/** Every step of the outlet's cases, each with the case and the counts as they stand. */
export const CASE_EVENTS = /* GraphQL */ `
  subscription BoardCaseEvents($outletId: ID!, $after: String) {
    caseEvents(outletId: $outletId, after: $after) {
      cursor type at committedAt version statusAfter caseId percent
      case { ...CaseFacts }
      window { id }
      by { officer { name nameEn } actingFor { name nameEn } }
      outlet { ...CountFacts }
    }
  }
  query BoardCasesNow($outletId: ID!) {
    outlet(id: $outletId) { ...CountFacts }
    open: cases(first: 100, filter: { outletId: $outletId, open: true }) { nodes { ...CaseFacts } hasNextPage }
    delivered: cases(first: 12, filter: { outletId: $outletId, statuses: [DELIVERED] }) { nodes { ...CaseFacts } }
  }
  ${caseFacts} ${countFacts}`;

/** Tickets and visits, each with its window's queue as it stands. */
export const QUEUE_EVENTS = /* GraphQL */ `
  subscription BoardQueueEvents($outletId: ID!, $after: String) {
    queueEvents(outletId: $outletId, after: $after) {
      cursor type at
      window { ...QueueFacts }
      ticket { number }
      visit { ticket { number } }
    }
  }
  query BoardQueueNow($outletId: ID!) { outlet(id: $outletId) { windows { ...QueueFacts } } }
  ${queueFacts}`;

/** Sign-ins, takeovers and vacancies, each with who serves in the outlet as it stands. */
export const DUTY_EVENTS = /* GraphQL */ `
  subscription BoardDutyEvents($outletId: ID!, $after: String) {
    dutyEvents(outletId: $outletId, after: $after) {
      cursor type at committedAt
      window { id }
      post { name }
      staffMember { name nameEn }
      actingFor { name nameEn }
      outlet { ...DutyFacts }
    }
  }
  query BoardDutyNow($outletId: ID!) { outlet(id: $outletId) { ...DutyFacts } }
  ${dutyFacts}`;

/** What only staff may see: seals used wrongly (R126), changes that no window acknowledged (R060). */
export const DESK = /* GraphQL */ `
  query BoardDesk($outletId: ID!) {
    sealUses(first: 20, filter: { outletId: $outletId, irregular: true, open: true }) { id documentNo at alert { irregularity } }
    deferralNotices(first: 20, filter: { outletId: $outletId, open: true }) {
      id overdue dueAt
      matter { name nameEn }
      window { name nameEn }
    }
  }`;

export const DESK_HEADS = /* GraphQL */ `
  query BoardDeskHeads { caseLogHead catalogueLogHead }`;

/** Says that something of it has changed. */
export const CASE_ALERTS = /* GraphQL */ `
  subscription BoardCaseAlerts($outletId: ID!, $after: String) {
    caseAlerts(outletId: $outletId, after: $after) { cursor kind }
  }
  ${DESK}`;

/** Says that a notice was sent, acknowledged, or not. */
export const CATALOGUE_NEWS = /* GraphQL */ `
  subscription BoardCatalogueNews($after: String) {
    catalogueEvents(after: $after) { cursor type }
  }
  ${DESK}`;
