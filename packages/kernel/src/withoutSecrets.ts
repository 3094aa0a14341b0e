/** What must not be read in a log, wherever in a line it stands, and what stands in its place. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, "[token]"],
  [/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, "$1 [credentials]"],
  [/\byimen_[\w-]{16,}/g, "[key]"],
  [/(postgres(?:ql)?:\/\/[^:/@\s"]+):[^@\s"]+@/g, "$1:[password]@"],
  [
    /("(?:secret|token|evaluationToken|password|authorization|x-api-key|apiKey|x-yimen-caller)":")[^"]*/gi,
    "$1[secret]",
  ],
  [/(?<![\w-]|\d\.)(\d{4})\d{10}(\d{3}[\dXx])(?![\w-]|\.\d)/g, "$1**********$2"], // identity numbers
  [/(?<![\w-]|\d\.)(1[3-9]\d)\d{4}(\d{4})(?![\w-]|\.\d)/g, "$1****$2"], // mobile numbers
  [/(?<![\w-]|\d\.)(0\d{2,3})-?\d{3,4}(\d{4})(?![\w-]|\.\d)/g, "$1***$2"], // landline numbers
];

/** A log line without credentials, and without the numbers of people's identity cards and telephones. */
export const withoutSecrets = (line: string): string =>
  REPLACEMENTS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
