/** What only staff see of the hall in memory. */
export class HallDesk {
  /** How often it was asked for. */
  asked = 0;
  #seals: object[] = [];
  readonly #notices: object[] = [];
  #alerts = 0;
  readonly #listeners = new Set<() => void>();

  /** A seal is put under a document that nobody approved. */
  useSealWithoutApproval(documentNo: string): void {
    const alert = { irregularity: "NO_APPROVED_DECISION" };
    this.#seals.push({ id: documentNo, documentNo, at: "2026-03-02T01:42:00.000Z", alert });
    this.#raise();
  }

  closeSealAlerts(): void {
    this.#seals = [];
    this.#raise();
  }

  /** A change of a guide was sent to a window, which has or has not yet let its time go by. */
  sendNotice(id: string, overdue: boolean): void {
    const matter = { name: `事项${id}`, nameEn: `Matter ${id}` };
    const window = { name: "综合窗口1", nameEn: "Comprehensive window 1" };
    this.#notices.push({ id, overdue, dueAt: "2026-03-02T01:00:00.000Z", matter, window });
  }

  /** The roots of the graph over it. */
  get root() {
    return {
      sealUses: () => {
        this.asked += 1;
        return this.#seals;
      },
      catalogueLogHead: () => "0",
      deferralNotices: () => this.#notices,
      caseAlerts: ({ after }: { readonly after?: string | null }) => this.#follow(after),
      catalogueEvents: async function* () {
        await new Promise(() => {});
      },
    };
  }

  #raise(): void {
    this.#alerts += 1;
    for (const told of this.#listeners) told();
  }

  async *#follow(after: string | null | undefined) {
    let position = after == null ? this.#alerts : Math.min(Number(after), this.#alerts);
    for (;;) {
      const { promise: more, resolve } = Promise.withResolvers<void>();
      this.#listeners.add(resolve);
      while (position < this.#alerts) {
        position += 1;
        yield { caseAlerts: { cursor: `${position}`, kind: "SEAL_IRREGULAR" } };
      }
      await more;
      this.#listeners.delete(resolve);
    }
  }
}
