import { playCoaching, signUpTrainer } from '../coaching.ts';
import { LAPTOP } from '../device.ts';
import type { Person } from '../people.ts';
import { expect, instanceOf, socketsAt, test } from './fixtures.ts';

test('a trainer at one instance watches and cues a member at the other, is answered, and sees nothing once it has ended', async ({
  stack,
  doors,
  somebody,
  device,
}) => {
  const [one, other] = doors;
  if (!one || !other) throw new Error('There are not two instances.');
  const trainer = await signUpTrainer(instanceOf(stack, 0).url);
  const screens = {
    trainer: await device(trainer, { at: one, viewport: LAPTOP }),
    member: await device(somebody, { at: other }),
  };
  await playCoaching({ ...screens, ...called(trainer, somebody) });
  // What they heard of each other went from one instance to the other.
  for (const instance of stack.instances) expect(await socketsAt(instance)).toBeGreaterThan(0);
});

test('the same goes through the door of both, where each request may come to another instance', async ({
  stack,
  somebody,
  device,
}) => {
  const trainer = await signUpTrainer(instanceOf(stack, 0).url);
  const screens = {
    trainer: await device(trainer, { at: stack, viewport: LAPTOP }),
    member: await device(somebody, { at: stack }),
  };
  await playCoaching({ ...screens, ...called(trainer, somebody) });
});

const called = (trainer: Person, member: Person) => ({
  names: { trainer: trainer.user.username, member: member.user.username },
  memberEmail: member.email,
});
