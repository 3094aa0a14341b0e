// Anything but what JSON takes as it is: control characters, quotes, backslashes, surrogates (a lone one is escaped).
const NOT_PLAIN = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A string as JSON. */
export const quote = (text: string): string => (NOT_PLAIN.test(text) ? JSON.stringify(text) : `"${text}"`);
