/** 部门(属事单位): whose matters they are. */
export interface Department {
  readonly id: string;
  readonly regionId: string;
  readonly name: string;
  readonly nameEn: string;
  /** 统一社会信用代码 */
  readonly uscc: string;
  readonly phone: string;
  /** What its matters are about; departments of one field are related (R074). Not there while nobody has entered it. */
  readonly field?: string | null;
}

/** 首席代表: who hands over, follows and answers for the department towards the windows, and who stands in (R083). */
export interface ChiefRepresentative {
  readonly departmentId: string;
  readonly staffId: string;
  readonly deputyStaffId: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
}
