import type { CallInput, MyTrainer, PersonName, Share } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import coachingTexts from '../i18n/en/coaching.json';
import { loadTexts } from '../i18n/t.ts';
import { questions, refusal } from '../testing/answers.ts';
import { coachingState, type Invitation } from './state.ts';

loadTexts({ coaching: coachingTexts });

const arun: PersonName = { _id: 'arun', username: 'arun', firstName: 'Arun', lastName: null };
const everything: Share = { live: true, history: true, health: true };
const mine = (share: Partial<Share> = {}, until: string | null = null): MyTrainer => ({
  trainer: arun,
  since: '2026-01-01T00:00:00.000Z',
  online: false,
  share: { ...everything, ...share },
  until,
});
const invitation = (_id: string): Invitation => ({ _id, trainer: arun, expiresAt: '2026-07-30T08:00:00.000Z' });

describe('the coaching of a member', () => {
  let trainers: ReturnType<typeof questions<MyTrainer | null>>;
  let invitations: ReturnType<typeof questions<Invitation[]>>;
  let changes: ReturnType<typeof questions<MyTrainer>>;
  let entries: ReturnType<typeof questions<PersonName>>;
  let ends: ReturnType<typeof questions<undefined>>;
  let sent: CallInput<'changeSharing'>['body'][];
  let by: string[];
  let coaching: ReturnType<typeof coachingState>;

  beforeEach(() => {
    [trainers, invitations, changes, entries, ends] = [questions(), questions(), questions(), questions(), questions()];
    [sent, by] = [[], []];
    const entering = (word: string) => {
      by.push(word);
      return entries.ask();
    };
    coaching = coachingState({
      fetchTrainer: trainers.ask,
      fetchInvites: invitations.ask,
      accept: entering,
      acceptCode: entering,
      decline: ends.ask,
      changeSharing(change) {
        sent.push(change);
        return changes.ask();
      },
      leave: ends.ask,
      now: () => 1000,
    });
  });
  const answered = async (trainer: MyTrainer | null, ...open: Invitation[]) => {
    await trainers.answer(trainer);
    await invitations.answer(open);
  };
  const loaded = async (trainer: MyTrainer | null, ...open: Invitation[]) => {
    void coaching.load();
    await answered(trainer, ...open);
  };

  it('is not known before the server was asked, and may be none', async () => {
    expect([coaching.trainer.value, coaching.share()]).toEqual([undefined, null]);
    await loaded(null, invitation('i'));
    expect([coaching.trainer.value, coaching.share()]).toEqual([null, null]);
    expect(coaching.invites.value.map((one) => one._id)).toEqual(['i']);
  });

  it('stays as it is while the server is away', async () => {
    await loaded(mine());
    const away = new Error('away');
    void coaching.load();
    await trainers.fail(away);
    expect([coaching.failure.value, coaching.trainer.value]).toEqual([away, mine()]);
  });

  it('is as the last question was answered', async () => {
    void coaching.load();
    void coaching.load();
    await trainers.answer(mine(), 1);
    await invitations.answer([], 1);
    await answered(null, invitation('old'));
    expect([coaching.trainer.value, coaching.invites.value]).toEqual([mine(), []]);
  });

  describe('what is shared', () => {
    beforeEach(() => loaded(mine()));

    it('is shown as it is wanted while it is saved, and says when it was', async () => {
      void coaching.changeShare('history', false);
      expect([coaching.share(), coaching.saved.value]).toEqual([{ ...everything, history: false }, { is: 'saving' }]);
      await Promise.resolve();
      await changes.answer(mine({ history: false }));
      expect(sent).toEqual([{ share: { history: false } }]);
      expect([coaching.share(), coaching.saved.value]).toEqual([
        { ...everything, history: false },
        { is: 'saved', at: 1000 },
      ]);
    });

    it('is saved one after the other, and no switch goes back meanwhile', async () => {
      void coaching.changeShare('history', false);
      void coaching.changeShare('health', false);
      await Promise.resolve();
      expect(sent).toHaveLength(1);
      await changes.answer(mine({ history: false }));
      expect(sent).toHaveLength(2);
      expect(coaching.share()).toEqual({ live: true, history: false, health: false });
      await changes.answer(mine({ history: false, health: false }));
      expect(coaching.share()).toEqual({ live: true, history: false, health: false });
    });

    it('is what it was where it could not be saved, and says why', async () => {
      void coaching.changeShare('history', false);
      await Promise.resolve();
      await changes.fail(refusal(503, 'unavailable'));
      expect(coaching.share()).toEqual(everything);
      expect(coaching.saved.value).toEqual({ is: 'wrong', why: 'Refused: unavailable.' });
      void coaching.changeShare('live', false);
      await Promise.resolve();
      await changes.answer(mine({ live: false }));
      expect(coaching.share()).toEqual({ ...everything, live: false });
    });

    it('says what could not be saved, also where the next change was', async () => {
      void coaching.changeShare('history', false);
      void coaching.changeShare('health', false);
      await Promise.resolve();
      await changes.fail(refusal(503, 'unavailable'));
      await changes.answer(mine({ health: false }));
      expect(coaching.share()).toEqual({ ...everything, health: false });
      expect(coaching.saved.value).toEqual({ is: 'wrong', why: 'Refused: unavailable.' });
      void coaching.changeShare('history', false);
      expect(coaching.saved.value).toEqual({ is: 'saving' });
    });

    it('is not taken back by an answer from before it was saved', async () => {
      void coaching.load();
      void coaching.changeShare('history', false);
      await Promise.resolve();
      await changes.answer(mine({ history: false }));
      await answered(mine(), invitation('i'));
      expect(coaching.share()).toEqual({ ...everything, history: false });
      expect(coaching.invites.value).toHaveLength(1);
    });

    it('ends on a day, or on none', async () => {
      void coaching.changeUntil('2026-08-01');
      await Promise.resolve();
      await changes.answer(mine({}, '2026-08-01'));
      expect(coaching.trainer.value?.until).toBe('2026-08-01');
      void coaching.changeUntil('');
      await Promise.resolve();
      await changes.answer(mine());
      expect(sent).toEqual([{ until: '2026-08-01' }, { until: null }]);
    });

    it('says what is wrong with a day', async () => {
      void coaching.changeUntil('2020-01-01');
      await Promise.resolve();
      const fields = [{ path: 'until', message: 'This day is over.' }];
      await changes.fail(refusal(422, 'invalid_values', { fields }));
      expect(coaching.saved.value).toEqual({ is: 'wrong', why: 'This day is over.' });
    });
  });

  it('begins with an invitation that is accepted', async () => {
    await loaded(null, invitation('i'));
    const accepted = coaching.accept(invitation('i'));
    await entries.answer(arun);
    await answered(mine());
    expect([await accepted, by]).toEqual([arun, ['i']]);
    expect([coaching.trainer.value, coaching.invites.value]).toEqual([mine(), []]);
  });

  it('begins with a code that is typed, once', async () => {
    coaching.code.text.value = ' ABCD ';
    const accepted = coaching.acceptCode();
    expect(await coaching.acceptCode()).toBeUndefined();
    await entries.answer(arun);
    await answered(mine());
    expect([await accepted, by]).toEqual([arun, ['ABCD']]);
    expect([coaching.code.text.value, coaching.code.busy.value]).toEqual(['', false]);
  });

  it('does not begin with a code that does not hold, which stays to be corrected', async () => {
    coaching.code.text.value = 'ABCD';
    const accepted = coaching.acceptCode();
    await entries.fail(refusal(422, 'wrong_code', { fields: [{ path: 'code', message: 'It held once.' }] }));
    expect(await accepted).toBeUndefined();
    expect([coaching.code.error.value, coaching.code.text.value]).toEqual(['It held once.', 'ABCD']);
    const again = coaching.acceptCode();
    expect(coaching.code.error.value).toBeUndefined();
    await entries.fail(refusal(409, 'has_trainer'));
    await again;
    expect([coaching.code.error.value, coaching.code.busy.value]).toEqual(['Refused: has_trainer.', false]);
  });

  it('asks for a code where there is none', async () => {
    coaching.code.text.value = '  ';
    await coaching.acceptCode();
    expect([coaching.code.error.value, by]).toEqual(['Please type the code.', []]);
  });

  it('leaves the other invitations where one is declined, and all where that failed', async () => {
    await loaded(null, invitation('i'), invitation('j'));
    const told = expect(coaching.decline(invitation('i'))).rejects.toThrow('away');
    await ends.fail(new Error('away'));
    await told;
    expect(coaching.invites.value).toHaveLength(2);
    void coaching.decline(invitation('i'));
    await ends.answer(undefined);
    expect(coaching.invites.value.map((one) => one._id)).toEqual(['j']);
  });

  it('is over once the server has ended it', async () => {
    await loaded(mine());
    void coaching.leave();
    expect(coaching.trainer.value).toEqual(mine());
    await ends.answer(undefined);
    await answered(null);
    expect(coaching.trainer.value).toBeNull();
  });
});
