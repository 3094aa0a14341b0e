/** What CASE_EVENTS answers. */
export interface CaseEvent {
  readonly caseEvents: {
    readonly cursor: string;
    readonly type: string;
    readonly statusAfter: string;
    readonly version: number;
    readonly caseId: string;
    readonly case: { readonly matter: { readonly name: string } };
    readonly window: { readonly name: string };
    readonly by: { readonly officer: { readonly name: string }; readonly actingFor: { readonly name: string } | null };
  };
}
