/**
 * The bytes of JSON's grammar. Each reader takes what it needs into constants of its own module: a look-up in another
 * module costs more than the comparison.
 */
export const BYTES = {
  QUOTE: 0x22,
  COMMA: 0x2c,
  COLON: 0x3a,
  OPEN_LIST: 0x5b,
  BACKSLASH: 0x5c,
  CLOSE_LIST: 0x5d,
  LETTER_U: 0x75,
  OPEN: 0x7b,
  CLOSE: 0x7d,
} as const;
