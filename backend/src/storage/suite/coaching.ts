import { describe, expect, it } from 'vitest';
import type { NewInvite } from '../ports/coaching.ts';
import { NO_IDS, NOW, type Open, opened, person } from './builders.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
let codes = 0;

export function coachingSuite(open: Open): void {
  describe('coaching', () => {
    const store = opened(open);
    const trainer = () => person(store(), { role: 'trainer' });
    const invitation = (trainerId: string, email: string, more: Partial<NewInvite> = {}): NewInvite => {
      codes += 1;
      const code = `CODE-${String(codes)}`;
      return { trainerId, email, code, codeHash: `hash ${code}`, clientId: null, expiresAt: later(3600), ...more };
    };
    const invite = async (trainerId: string, email: string, more: Partial<NewInvite> = {}) =>
      (await store().coaching.invite(invitation(trainerId, email, more), NOW)).invite;
    const linked = async () => {
      const [arun, kavya] = [await trainer(), await person(store())];
      const { _id } = await invite(arun._id, kavya.email);
      await store().coaching.accept(_id, kavya._id, later(1));
      return { arun: arun._id, kavya: kavya._id };
    };

    it('begins with an invitation that is found by its trainer, its e-mail and its code, until it expires', async () => {
      const arun = await trainer();
      const given = invitation(arun._id, 'Kavya@Example.org');
      const { invite: made, added } = await store().coaching.invite(given, NOW);
      expect(added).toBe(true);
      expect(made).toEqual({
        _id: made._id,
        trainerId: arun._id,
        email: 'Kavya@Example.org',
        code: given.code,
        clientId: null,
        expiresAt: later(3600).toISOString(),
        createdAt: NOW.toISOString(),
      });
      const { coaching } = store();
      expect(await coaching.inviteById(made._id)).toEqual(made);
      expect(await coaching.invitesBy(arun._id, NOW)).toEqual([made]);
      expect(await coaching.invitesTo('kavya@example.ORG', NOW)).toEqual([made]);
      expect(await coaching.inviteByCode(given.codeHash, NOW)).toEqual(made);
      expect(await coaching.invitesBy(arun._id, later(3600))).toEqual([]);
      expect(await coaching.invitesTo('kavya@example.org', later(3600))).toEqual([]);
      expect(await coaching.inviteByCode(given.codeHash, later(3600))).toBeUndefined();
    });

    it('has one invitation for each trainer and e-mail, the newest', async () => {
      const [arun, mala] = [await trainer(), await trainer()];
      await invite(arun._id, 'one@example.org');
      const again = await invite(arun._id, 'ONE@example.org');
      const other = await invite(mala._id, 'one@example.org');
      expect(await store().coaching.invitesBy(arun._id, NOW)).toEqual([again]);
      expect((await store().coaching.invitesTo('one@example.org', NOW)).map((one) => one._id).sort()).toEqual(
        [again._id, other._id].sort(),
      );
    });

    it('gives the same invitation for the same clientId, however many ask at once', async () => {
      const arun = await trainer();
      const clientId = '00000000-0000-7000-8000-00000000c0de';
      const all = await Promise.all(
        [1, 2, 3].map(() => store().coaching.invite(invitation(arun._id, 'two@example.org', { clientId }), NOW)),
      );
      expect(all.filter((one) => one.added)).toHaveLength(1);
      expect(new Set(all.map((one) => one.invite._id)).size).toBe(1);
    });

    it('lets an invitation be withdrawn once', async () => {
      const arun = await trainer();
      const { _id } = await invite(arun._id, 'three@example.org');
      expect(await store().coaching.removeInvite(_id)).toBe(true);
      expect(await store().coaching.removeInvite(_id)).toBe(false);
      expect(await store().coaching.invitesBy(arun._id, NOW)).toEqual([]);
    });

    it('is a link that both accounts tell of, with what is shared by default', async () => {
      const [arun, kavya] = [await trainer(), await person(store())];
      const { _id } = await invite(arun._id, kavya.email);
      const link = await store().coaching.accept(_id, kavya._id, later(1));
      expect(link).toEqual({
        trainerId: arun._id,
        memberId: kavya._id,
        since: later(1).toISOString(),
        share: { live: true, history: true, health: false },
        until: null,
      });
      expect(await store().coaching.linkOf(kavya._id)).toEqual(link);
      expect(await store().coaching.linksOf(arun._id)).toEqual([link]);
      expect((await store().users.byId(kavya._id))?.trainerId).toBe(arun._id);
      expect((await store().users.byId(arun._id))?.assignedClients).toEqual([kavya._id]);
      expect(await store().coaching.inviteById(_id)).toBeUndefined();
    });

    it('never gives a member two trainers, whoever is accepted at once', async () => {
      const kavya = await person(store());
      const trainers = await Promise.all([trainer(), trainer(), trainer()]);
      const invites = await Promise.all(trainers.map((one) => invite(one._id, kavya.email)));
      const answers = await Promise.all(invites.map((one) => store().coaching.accept(one._id, kavya._id, NOW)));
      expect(answers.filter((one) => one === 'has_trainer')).toHaveLength(2);
      const clients = await Promise.all(
        trainers.map(async (one) => (await store().users.byId(one._id))?.assignedClients),
      );
      expect(clients.flat()).toEqual([kavya._id]);
      const { trainerId } = (await store().users.byId(kavya._id)) ?? {};
      expect((await store().coaching.linkOf(kavya._id))?.trainerId).toBe(trainerId);
    });

    it('uses an invitation up once, whoever types its code at once', async () => {
      const arun = await trainer();
      const { _id } = await invite(arun._id, 'four@example.org');
      const people = await Promise.all([person(store()), person(store()), person(store())]);
      const answers = await Promise.all(people.map((one) => store().coaching.accept(_id, one._id, NOW)));
      expect(answers.filter((one) => one === 'gone')).toHaveLength(2);
      expect(await store().coaching.linksOf(arun._id)).toHaveLength(1);
    });

    it('does not begin with an invitation that expired, was withdrawn, or is none', async () => {
      const [arun, kavya] = [await trainer(), await person(store())];
      const { _id } = await invite(arun._id, kavya.email);
      expect(await store().coaching.accept(_id, kavya._id, later(3600))).toBe('gone');
      for (const id of NO_IDS) {
        expect(await store().coaching.accept(id, kavya._id, NOW)).toBe('gone');
        expect(await store().coaching.accept(_id, id, NOW)).toBe('gone');
      }
      expect((await store().users.byId(kavya._id))?.trainerId).toBeNull();
    });

    it('ends for both at once, and only between those two', async () => {
      const { arun, kavya } = await linked();
      const mala = await trainer();
      expect(await store().coaching.end(mala._id, kavya, NOW)).toBeUndefined();
      const ends = await Promise.all([1, 2].map(() => store().coaching.end(arun, kavya, NOW)));
      expect(ends.filter((one) => one)).toMatchObject([{ trainerId: arun, memberId: kavya }]);
      expect(await store().coaching.linkOf(kavya)).toBeUndefined();
      expect(await store().coaching.linksOf(arun)).toEqual([]);
      expect((await store().users.byId(kavya))?.trainerId).toBeNull();
      expect((await store().users.byId(arun))?.assignedClients).toEqual([]);
    });

    it('is narrowed part by part, and given an end', async () => {
      const { kavya } = await linked();
      const { coaching } = store();
      expect(await coaching.changeLink(kavya, { share: { live: false } })).toMatchObject({
        share: { live: false, history: true, health: false },
        until: null,
      });
      expect(await coaching.changeLink(kavya, { until: '2026-08-01', share: { health: true } })).toMatchObject({
        share: { live: false, history: true, health: true },
        until: '2026-08-01',
      });
      const endedBefore = async (day: string) =>
        (await coaching.linksEndedBefore(day)).filter((one) => one.memberId === kavya);
      expect(await endedBefore('2026-08-01')).toEqual([]);
      expect(await endedBefore('2026-08-02')).toHaveLength(1);
      expect(await coaching.changeLink(kavya, { until: null })).toMatchObject({ until: null });
      expect(await endedBefore('2026-08-02')).toEqual([]);
      for (const id of NO_IDS) expect(await coaching.changeLink(id, { until: null })).toBeUndefined();
    });

    it('keeps a private note of each client, that ends with the link', async () => {
      const { arun, kavya } = await linked();
      const mala = await trainer();
      const { coaching } = store();
      expect(await coaching.note(arun, kavya)).toBeUndefined();
      const note = { text: 'Left knee. 🦵', updatedAt: later(5).toISOString() };
      expect(await coaching.writeNote(arun, kavya, note.text, later(5))).toEqual(note);
      expect(await coaching.note(arun, kavya)).toEqual(note);
      expect(await coaching.note(mala._id, kavya)).toBeUndefined();
      expect(await coaching.writeNote(mala._id, kavya, 'x', NOW)).toBeUndefined();
      await coaching.end(arun, kavya, NOW);
      const { _id } = await invite(arun, (await store().users.byId(kavya))?.email ?? '');
      await coaching.accept(_id, kavya, NOW);
      expect(await coaching.note(arun, kavya)).toBeUndefined();
    });
  });
}
