/** A time of the office day, "HH:MM"; "24:00" is the end of the day. */
export type ClockTime = `${number}:${number}`;

export class InvalidClockTime extends RangeError {
  readonly code = "INVALID_CLOCK_TIME";

  constructor(given: string) {
    super(`“${given}”不是有效时间,应为 HH:MM。 "${given}" is not a time from 00:00 to 24:00 written HH:MM.`);
    this.name = new.target.name;
  }
}

/** @throws InvalidClockTime for anything but 00:00 to 24:00 with two digits each */
export function parseClockTime(text: string): ClockTime {
  if (!/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)) throw new InvalidClockTime(text);
  return text as ClockTime;
}

/** Minutes since 00:00, from 0 to 1440. */
export function minuteOf(time: ClockTime): number {
  const [hour = 0, minute = 0] = parseClockTime(time).split(":").map(Number);
  return hour * 60 + minute;
}

/** The inverse of `minuteOf`. */
export function timeOfMinute(minute: number): ClockTime {
  const pad = (value: number) => String(value).padStart(2, "0");
  return parseClockTime(`${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
}
