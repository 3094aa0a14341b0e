const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** "0 B", "1.4 MiB" */
export function bytes(count: number): string {
  let unit = 0;
  let value = count;
  while (value >= 1_024 && unit < UNITS.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/** "12,345" */
export const whole = (count: number): string => Math.round(count).toLocaleString("en-GB");

/** "0.4", "12", "1,200": the smaller, the more precise. */
export const rate = (value: number): string => (value > 0 && value < 10 ? value.toFixed(1) : whole(value));

/** "59 s", "12 min", "3 h", "4 d" */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}
