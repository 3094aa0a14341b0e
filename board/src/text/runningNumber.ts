/** The last part of a number such as TAOSHAN-20260302-000012: what differs among an outlet's cases of a day. */
export const runningNumber = (caseNo: string): string => caseNo.split("-").at(-1) ?? caseNo;
