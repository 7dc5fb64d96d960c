import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express from 'express';
import { Redis } from 'ioredis';
import jwt from 'jsonwebtoken';

/**
 * What everything is compared with: Express 5 and jsonwebtoken with a key object made once, answering with the same
 * JSON: that of the file PROGRESS out of its memory or, where REDIS says which key, out of a bare GET. No log, no limits, no headers of its own.
 */
const key = createSecretKey(Buffer.from(process.env.JWT_SECRET ?? ''));
const progress = JSON.parse(process.env.PROGRESS ? readFileSync(process.env.PROGRESS, 'utf8') : '{}') as unknown;
const { key: cached = '', ...address } = JSON.parse(process.env.REDIS ?? '{}') as {
  key?: string;
  host: string;
  port: number;
  password: string;
};
const redis = cached ? new Redis({ ...address, enableAutoPipelining: true }) : undefined;

const app = express();
app.get('/healthz', (_, response) => {
  response.json({ status: 'ok' });
});
app.get('/api/members/progress', async (request, response) => {
  try {
    jwt.verify(request.headers.authorization?.slice('Bearer '.length) ?? '', key, { algorithms: ['HS256'] });
  } catch {
    response.status(401).json({ success: false });
    return;
  }
  if (redis) response.type('json').send(await redis.get(cached));
  else response.json(progress);
});
app.listen(Number(process.env.PORT), '127.0.0.1');
