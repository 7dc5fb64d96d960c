import type { Stack } from '@trainer/stack/stack';
import { MongoClient } from 'mongodb';
import type { Figure } from '../figure.ts';

/** What a workout takes of the disk of one member of the set: itself, its indexes, and all that is counted of it. */
export async function disk({ mongo }: Stack): Promise<Figure[]> {
  const client = await MongoClient.connect(mongo.uri);
  try {
    const db = client.db('trainer');
    // Sizes are those of the last checkpoint.
    await client.db('admin').command({ fsync: 1 });
    const workouts = await db.collection('workouts').countDocuments();
    const { totalSize } = (await db.stats()) as { totalSize: number };
    return [
      {
        name: 'disk for a workout',
        value: totalSize / workouts / 1024,
        unit: 'KB',
        note: `three exercises of three sets, with accounts, figures and indexes; over ${String(workouts)}, compressed`,
      },
    ];
  } finally {
    await client.close();
  }
}
