import type { Collection, Document, ObjectId } from 'mongodb';

/** Where records of one kind lie that are moved field by field. */
export interface Shelf<R> {
  count: (lasting?: Date) => Promise<number>;
  put: (records: readonly R[]) => Promise<void>;
  /** In the order of these; undefined: it is not here. */
  read: (records: readonly R[]) => Promise<(R | undefined)[]>;
  empty: () => Promise<void>;
}

interface Stored {
  _id: ObjectId | string;
}

interface Way<D extends Stored, R> {
  /** The fields that tell one document from every other. */
  key?: readonly (keyof D & string)[];
  /** Without an `_id` where the key is another: the database makes one. */
  toDocument: (record: R) => Omit<D, '_id'> & Partial<Pick<D, '_id'>>;
  toRecord: (document: D) => R;
  /** Its documents end by themselves at their `expiresAt`. */
  ends?: boolean;
}

export function shelf<D extends Stored, R>(
  of: Collection<D>,
  { key = ['_id'], toDocument, toRecord, ends = false }: Way<D, R>,
): Shelf<R> {
  const collection = of as unknown as Collection<Document>;
  const nameOf = (document: Document) => JSON.stringify(keyed(document, key));

  return {
    count: (lasting) => collection.countDocuments(lasting && ends ? { expiresAt: { $gt: lasting } } : {}),
    put: (records) => replace(of, records.map(toDocument), key),
    async read(records) {
      if (records.length === 0) return [];
      const asked = records.map(toDocument);
      const found = await collection.find({ $or: asked.map((document) => keyed(document, key)) }).toArray();
      const byName = new Map(found.map((document) => [nameOf(document), document as unknown as D]));
      return asked.map((document) => {
        const one = byName.get(nameOf(document));
        return one && toRecord(one);
      });
    },
    empty: async () => void (await collection.deleteMany({})),
  };
}

/** Puts these documents in the place of those with the same key, or where there were none. */
export async function replace<D extends Stored>(
  collection: Collection<D>,
  documents: readonly (Omit<D, '_id'> & Partial<Pick<D, '_id'>>)[],
  key: readonly (keyof D & string)[] = ['_id'],
): Promise<void> {
  const plain = collection as unknown as Collection<Document>;
  await plain.bulkWrite(
    (documents as readonly Document[]).map((document) => ({
      replaceOne: { filter: keyed(document, key), replacement: document, upsert: true },
    })),
    { ordered: false },
  );
}

const keyed = (document: Document, key: readonly string[]): Document =>
  Object.fromEntries(key.map((field) => [field, document[field] as unknown]));
