/** Security headers of answers that are data. Pages get theirs from helmet, which works them out anew every time. */
export const dataHeaders = {
  "cache-control": "no-store", // an answer is its caller's: no cache between may keep it
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000", // a year; browsers heed it over TLS only
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
