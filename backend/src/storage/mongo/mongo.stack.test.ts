import { describe } from 'vitest';
import { newDatabase } from '../../testing/new-database.ts';
import { storageSuite } from '../suite.ts';
import { openMongo } from './open.ts';

describe('MongoDB', () => {
  storageSuite(() => openMongo({ uri: newDatabase() }));
});
