/** Raised when a reader of an older report would misread a new one. On its own: the model loads a library that the audit does without. */
export const SCHEMA_VERSION = 2;
