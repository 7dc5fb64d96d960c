import { PRIVATE_WORD, type Role, TRAINERS_WORD } from './people.ts';
import type { Row, Token } from './row.ts';
import { SECRETS, type World } from './world.ts';
import type { Client, TestServer } from '../test-server.ts';

export interface Ask {
  role: Role;
  asker: Client | undefined;
  input: object;
}

/** One cell: the call as this role makes it. → the token that the table should hold, or what is wrong with the answer */
export async function played(server: TestServer, world: World, { call, cells }: Row, ask: Ask): Promise<string> {
  const { role, asker, input } = ask;
  const { status, body } = await server.call(call, input, asker?.token);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const told = wronglyTold(text, role, cells[role], world.memberId);
  if (told !== undefined) return `${String(status)}, and holds ${told}`;
  if (status >= 300) return String(status);
  return cells[role] === 'ok' ? 'ok' : 'own';
}

/** What of this role may not know stands in an answer. */
function wronglyTold(text: string, role: Role, token: Token, memberId: string): string | undefined {
  if (role !== 'trainer' && text.includes(TRAINERS_WORD)) return 'the trainer’s note';
  if (token !== 'ok' && text.includes(memberId)) return 'the member’s id';
  const mayRead = role === 'member' || (role === 'trainer' && token === 'ok');
  if (!mayRead && SECRETS.some((secret) => text.includes(secret))) return `the member’s ${PRIVATE_WORD}`;
  return undefined;
}

/** Everything of the member’s that a stranger’s call could have changed, as text. */
export async function thingsOf({ people: { member, trainer }, memberId, trainerId }: World): Promise<string> {
  const answers = await Promise.all([
    member.call('me'),
    member.call('progress'),
    member.call('weights'),
    member.call('workouts', { query: {} }),
    member.call('runningSession'),
    member.call('exercises', { query: { view: 'card' } }),
    member.call('suggestions', { query: {} }),
    member.call('dietPlans', { query: {} }),
    member.call('planAllowance'),
    member.call('myTrainer'),
    member.call('myPlans'),
    member.call('messages', { params: { userId: trainerId } }),
    trainer.call('clientNote', { params: { id: memberId } }),
  ]);
  return JSON.stringify(answers.map(({ status, body }) => [status, 'data' in body ? body.data : body]));
}
