import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../../test-server.ts';
import { type Row, row } from '../row.ts';

const NEW_PASSWORD = 'kolam-kolam-8';

export const ACCOUNT_CALLS: readonly Row[] = [
  // nobody
  //  |  other member
  //  |   |  other trainer
  //  |   |   |  former trainer
  //  |   |   |   |  a trainer whose invitation of the member is open
  //  |   |   |   |   |  a member whom the trainer has invited
  //  |   |   |   |   |   |  the trainer
  //  |   |   |   |   |   |   |  the member
  row('own own own own own own own own', 'signUp', 'a new name', () => {
    const name = `new-${randomUUID()}`.slice(0, 30);
    return { body: { username: name, email: `${name}@example.org`, password: PASSWORD } };
  }),
  row('409 409 409 409 409 409 409 409', 'signUp', 'the member’s e-mail', ({ people }) => {
    const { email } = people.member.user;
    return { body: { username: 'another', email, password: PASSWORD } };
  }),
  row('401 own own own own own ok  ok ', 'logIn', 'with one’s password', (_, asker) => ({
    body: { email: asker?.user.email ?? 'nobody@example.org', password: PASSWORD },
  })),
  row('401 401 401 401 401 401 401 401', 'logIn', 'as the member with a guess', ({ people }) => ({
    body: { email: people.member.user.email, password: NEW_PASSWORD },
  })),
  row('401 own own own own own own own', 'logOut'),
  row('401 own own own own own own own', 'logOutAll'),
  row('401 own own own own own ok  ok ', 'me'),
  row('401 own own own own own ok  ok ', 'changePassword', 'one’s own', () => ({
    body: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
  })),
  row('401 401 401 401 401 401 401 401', 'changePassword', 'with a guess', () => ({
    body: { currentPassword: NEW_PASSWORD, newPassword: NEW_PASSWORD },
  })),
  row('own own own own own own own own', 'forgotPassword', 'the member’s', ({ people }) => ({
    body: { email: people.member.user.email },
  })),
  row('422 422 422 422 422 422 422 422', 'resetPassword', 'with a guess', () => ({
    body: { token: 'a'.repeat(43), password: NEW_PASSWORD },
  })),

  row('401 own own own own own own ok ', 'progress'),
  row('401 own own own own own own ok ', 'stats'),
  row('401 own own own own own ok  ok ', 'changeMe', 'one’s name', () => ({ body: { profile: { firstName: 'Ana' } } })),
  row('401 own own own own own own ok ', 'weights'),
  row('401 own own own own own own ok ', 'addWeight', 'on the member’s day', () => ({
    body: { localDate: '2026-07-01', weight: 70 },
  })),
  row('401 404 404 404 404 404 404 ok ', 'removeWeight', 'the member’s', ({ weightId }) => ({
    params: { id: weightId },
  })),

  row('own own own own own own own own', 'healthz'),
  row('own own own own own own own own', 'readyz'),
  row('own own own own own own own own', 'metrics'),
  row('own own own own own own own own', 'openapi'),
  row('own own own own own own own own', 'docs'),
];
