/** The version of the specification; its successor is a draft. */
export const VERSION = "openslo/v1";
