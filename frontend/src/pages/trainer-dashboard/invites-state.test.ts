import type { Invite } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { Unreachable } from '../../api.ts';
import texts from '../../i18n/en/trainer-dashboard.json';
import { loadTexts } from '../../i18n/t.ts';
import { questions, refusal } from '../../testing/answers.ts';
import { invitesState } from './invites-state.ts';

loadTexts({ 'trainer-dashboard': texts });

const invite = (_id: string): Invite => ({
  _id,
  email: `${_id}@example.org`,
  code: 'ABCD-EFGH',
  expiresAt: '2026-07-30T08:00:00.000Z',
  createdAt: '2026-07-16T08:00:00.000Z',
});

describe('invitations', () => {
  let lists: ReturnType<typeof questions<Invite[]>>;
  let answers: ReturnType<typeof questions<Invite>>;
  let withdrawals: ReturnType<typeof questions<undefined>>;
  let sent: { email: string; clientId: string }[];
  let invites: ReturnType<typeof invitesState>;

  beforeEach(() => {
    [lists, answers, withdrawals, sent] = [questions(), questions(), questions(), []];
    let ids = 0;
    invites = invitesState({
      fetchInvites: lists.ask,
      invite(email, clientId) {
        sent.push({ email, clientId });
        return answers.ask();
      },
      withdraw: withdrawals.ask,
      freshId: () => `id${String((ids += 1))}`,
    });
  });
  const open = () => invites.open.value?.map((one) => one._id);

  it('that are open are listed, and stay so while the server is away', async () => {
    void invites.load();
    await lists.answer([invite('asha')]);
    expect(open()).toEqual(['asha']);
    void invites.load();
    await lists.fail(new Error('away'));
    expect(open()).toEqual(['asha']);
  });

  it('that could not be fetched are none, not for ever on their way', async () => {
    expect(invites.open.value).toBeNull();
    void invites.load();
    await lists.fail(new Error('away'));
    expect(open()).toEqual([]);
  });

  it('go out once, show their code, and leave the field for the next one', async () => {
    invites.type(' asha@example.org ');
    void invites.submit();
    void invites.submit();
    expect([invites.busy.value, sent.map((one) => one.email)]).toEqual([true, ['asha@example.org']]);
    await answers.answer(invite('asha'));
    await lists.answer([invite('asha')]);
    expect([invites.made.value?._id, open(), invites.email.value]).toEqual(['asha', ['asha'], '']);
    expect([invites.busy.value, invites.error.value]).toEqual([false, undefined]);
  });

  it('sent once more after no answer are the same ones; to somebody else they are others', async () => {
    invites.type('asha@example.org');
    void invites.submit();
    await answers.fail(new Unreachable('away'));
    expect([invites.email.value, invites.busy.value]).toEqual(['asha@example.org', false]);
    expect(invites.error.value).toBeDefined();
    invites.type('asha@example.org');
    void invites.submit();
    await answers.answer(invite('asha'));
    await lists.answer([]);
    invites.type('bela@example.org');
    void invites.submit();
    const [first, again, other] = sent.map((one) => one.clientId);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('leave alone what was typed while one was on its way', async () => {
    invites.type('asha@example.org');
    void invites.submit();
    invites.type('bela@example.org');
    await answers.answer(invite('asha'));
    expect(invites.email.value).toBe('bela@example.org');
  });

  it('need an e-mail, which is asked for only once somebody tried', async () => {
    expect(invites.error.value).toBeUndefined();
    await invites.submit();
    expect([invites.error.value, sent]).toEqual(['Please type an e-mail.', []]);
    invites.type('a');
    expect(invites.error.value).toBeUndefined();
  });

  it('say what the server says of the e-mail, else of the whole, until something is typed', async () => {
    invites.type('asha');
    void invites.submit();
    const fields = [{ path: 'email', message: 'This is no e-mail.' }];
    await answers.fail(refusal(422, 'invalid_values', { fields }));
    expect(invites.error.value).toBe('This is no e-mail.');
    invites.type('asha@example.org');
    expect(invites.error.value).toBeUndefined();
    void invites.submit();
    await answers.fail(refusal(409, 'own_invite'));
    expect(invites.error.value).toBe('Refused: own_invite.');
  });

  it('that are withdrawn are gone, and their code with them', async () => {
    invites.type('asha@example.org');
    void invites.submit();
    await answers.answer(invite('asha'));
    await lists.answer([invite('asha'), invite('bela')]);
    const told = expect(invites.withdraw(invite('bela'))).rejects.toThrow('away');
    await withdrawals.fail(new Error('away'));
    await told;
    expect(open()).toEqual(['asha', 'bela']);
    void invites.withdraw(invite('bela'));
    await withdrawals.answer(undefined);
    expect([open(), invites.made.value?._id]).toEqual([['asha'], 'asha']);
    void invites.withdraw(invite('asha'));
    await withdrawals.answer(undefined);
    expect([open(), invites.made.value]).toEqual([[], null]);
  });
});
