/** Bounds that both sides of the bridge know. Bytes unless said otherwise. */

/** The largest file that is read, saved, or stored as an attachment. */
export const MAX_FILE = 64 * 1024 * 1024;

/** The largest message on the web wire: one file, or one large import, and its envelope. */
export const MAX_MESSAGE = MAX_FILE + 1024 * 1024;

/** The longest document that is printed, in UTF-16 units: a list of 20,000 participants and room. */
export const MAX_HTML = 32 * 1024 * 1024;
