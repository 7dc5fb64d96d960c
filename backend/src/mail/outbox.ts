import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { messageOf, type Sender } from './message.ts';
import { type Carrier, NotCarried } from './port.ts';

/**
 * Mails as files that every mail program opens, `ID.eml`, for whoever has no mail server. They hold what mails hold,
 * links that set a password among it, so they are for their owner alone.
 */
export function outbox({ folder, from }: { folder: string; from: Sender }): Carrier {
  const composing = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    name: folder,
    async carry(mail) {
      const { message } = await composing.sendMail(messageOf(mail, from));
      if (!Buffer.isBuffer(message)) throw new TypeError('Nodemailer made no bytes.');
      await writeWhole(folder, `${mail.id}.eml`, message).catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        throw new NotCarried(`The file could not be written (${code}).`);
      });
    },
  };
}

/** All of it or nothing, also where the power goes. */
async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const half = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(half, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, join(folder, name));
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
