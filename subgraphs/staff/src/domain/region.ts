/** 行政区域. What its plan asks for is configuration beside it, never code (R004). */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** Administrative division code, six digits. */
  readonly code: string;
  /** The shape of its network as its plan writes it, such as "1+9+N". */
  readonly shape: string;
}
