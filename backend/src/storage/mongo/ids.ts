import { ObjectId } from 'mongodb';

/** No document has this id: its time is 1970. */
const NOTHING = new ObjectId('0'.repeat(24));

/** The id that a text stands for. A text that is no id stands for that of nothing, so that it finds nothing. */
export const toId = (text: string): ObjectId => (/^[0-9a-f]{24}$/.test(text) ? new ObjectId(text) : NOTHING);

export const toIdOrNull = (text: string | null): ObjectId | null => (text === null ? null : toId(text));
