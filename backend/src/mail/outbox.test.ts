import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsIn } from '../testing/mail-server.ts';
import { outbox } from './outbox.ts';
import { aMail, carrierSuite, FROM, patience } from './suite.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'trainer-outbox-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = () => join(root, String((folders += 1)), 'outbox');
const opened = () => {
  const folder = newFolder();
  return { folder, carrier: outbox({ folder, from: FROM }), arrived: () => mailsIn(folder) };
};

carrierSuite(() => Promise.resolve(opened()));

describe('the outbox', () => {
  it('has one file for each mail, named after it, and the same mail again in the same file', async () => {
    const { folder, carrier } = opened();
    const [first, second] = [aMail(), aMail()];
    for (const mail of [first, second, first]) await carrier.carry(mail, patience());
    expect((await readdir(folder)).sort()).toEqual([`${first.id}.eml`, `${second.id}.eml`]);
  });

  it('is for its owner alone', async () => {
    const { folder, carrier } = opened();
    const mail = aMail();
    await carrier.carry(mail, patience());
    expect((await stat(join(folder, `${mail.id}.eml`))).mode & 0o777).toBe(0o600);
  });

  it('says where it can’t be written that it can’t, and may be tried again', async () => {
    const folder = newFolder();
    await mkdir(join(folder, '..'));
    await writeFile(folder, 'a file where the folder should be');
    const carried = outbox({ folder, from: FROM }).carry(aMail(), patience());
    await expect(carried).rejects.toMatchObject({ name: 'NotCarried', isFinal: false });
    await rm(folder);
    await expect(outbox({ folder, from: FROM }).carry(aMail(), patience())).resolves.toBeUndefined();
  });
});
