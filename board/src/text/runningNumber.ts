/** № and the last part of a number such as TAOSHAN-20260302-000012: what differs among cases, without the zeros in front. */
export const runningNumber = (caseNo: string): string => `№${(caseNo.split("-").at(-1) ?? caseNo).replace(/^0+/, "")}`;
