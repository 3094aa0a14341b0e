import { DomainError } from "@yimen/kernel/errors";

/** What a conflict tells of the present state. */
interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly status?: string;
}

/** Somebody else changed it after it was read; carries what it is now. */
export class ChangedMeanwhile extends DomainError {
  readonly code = "CHANGED_MEANWHILE";
  constructor({ id, version, status }: Versioned) {
    super(
      {
        zh: "该记录已被他人更新;请按最新状态核对后再试。",
        en: "Someone else changed this; look at its present state and try again.",
      },
      { id, current: { version, ...(status && { status }) } },
    );
  }
}

/** @throws ChangedMeanwhile when `seen` is given and is not the present version */
export function requireVersion(current: Versioned, seen: number | undefined): void {
  if (seen !== undefined && seen !== current.version) throw new ChangedMeanwhile(current);
}
