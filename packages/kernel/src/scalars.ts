import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

const literal = (name: string, parse: (value: unknown) => unknown) => (node: ValueNode) => {
  if (node.kind !== Kind.STRING) throw new GraphQLError(`${name} must be a string.`, { nodes: node });
  return parse(node.value);
};

const YEAR_ONE = new Date("0001-01-01T00:00:00Z"); // the calendar of PostgreSQL has no year 0

/** `Date` takes 30 February for 2 March. */
function dayExists(value: string): boolean {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day >= YEAR_ONE && day.toISOString().startsWith(value);
}

const parseDay = (value: unknown): string => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value) || !dayExists(value)) {
    throw new GraphQLError(`PlainDate must be a day that exists, such as "2026-03-02".`);
  }
  return value;
};

/** A day in the office's time zone, Asia/Shanghai, without a time: "2026-03-02". */
export const PlainDateScalar = new GraphQLScalarType<string, string>({
  name: "PlainDate",
  description: '办公日(北京时间),如 "2026-03-02"。 A day in the office\'s time zone (Asia/Shanghai), without a time.',
  serialize: (value) => value as string,
  parseValue: parseDay,
  parseLiteral: literal("PlainDate", parseDay) as (node: ValueNode) => string,
});

const parseInstant = (value: unknown): Date => {
  const iso = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
  const day = typeof value === "string" ? iso.exec(value)?.[1] : undefined;
  const at = day && dayExists(day) ? new Date(value as string) : null;
  if (!at || Number.isNaN(at.getTime()) || at < YEAR_ONE) {
    throw new GraphQLError(`Instant must be ISO 8601 with an offset, such as "2026-03-02T01:30:00Z".`);
  }
  return at;
};

/** A point in time, ISO 8601 in UTC with milliseconds. */
export const InstantScalar = new GraphQLScalarType<Date, string>({
  name: "Instant",
  description: "时刻,ISO 8601。 A point in time, ISO 8601; given out in UTC with milliseconds.",
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(value as string).toISOString()),
  parseValue: parseInstant,
  parseLiteral: literal("Instant", parseInstant) as (node: ValueNode) => Date,
});
