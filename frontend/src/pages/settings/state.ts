import { signal } from '@preact/signals-core';
import type { BodyWeight, ProfileChange, SettingsChange, User } from '@trainer/contract/types';
import { Refused } from '../../api.ts';
import { t } from '../../i18n/t.ts';
import { fieldErrors, sentenceOf } from '../../ui/errors.ts';

export interface Change {
  username?: string;
  profile?: ProfileChange;
  settings?: SettingsChange;
}

export interface World {
  user(): User;
  changeMe(change: Change): Promise<User>;
  update(user: User): void;
  weights(): Promise<BodyWeight[]>;
  removeWeight(id: string): Promise<void>;
  me(): Promise<User>;
  changePassword(current: string, next: string): Promise<void>;
  now(): number;
}

/** How a field's saving went, by the field's path. */
export type Saving = { is: 'saving'; change: Change } | { is: 'saved'; at: number } | { is: 'wrong'; why: string };

export type SettingsState = ReturnType<typeof settingsState>;

const SHORTEST = 8;

/** One page that saves by itself, field by field. */
export function settingsState(world: World) {
  const savings = signal<ReadonlyMap<string, Saving>>(new Map());
  const weights = signal<readonly BodyWeight[] | null>(null);
  const password = {
    current: signal(''),
    next: signal(''),
    errors: signal<{ current?: string; next?: string }>({}),
    busy: signal(false),
    changed: signal(false),
    failure: signal<unknown>(null),
  };

  const note = (path: string, saving: Saving) => {
    savings.value = new Map([...savings.value, [path, saving]]);
  };

  /** One field after the other, so that the last thing said is what stays. */
  let line: Promise<void> = Promise.resolve();
  function save(path: string, change: Change): Promise<void> {
    const saving: Saving = { is: 'saving', change };
    note(path, saving);
    // Of a field that was changed again meanwhile only the last change tells how it went.
    const told = (outcome: Saving) => {
      if (savings.value.get(path) === saving) note(path, outcome);
    };
    line = line.then(async () => {
      try {
        world.update(await world.changeMe(change));
        told({ is: 'saved', at: world.now() });
      } catch (error) {
        told({ is: 'wrong', why: fieldErrors(error).get(path) ?? sentenceOf(error) });
      }
    });
    return line;
  }

  async function loadWeights(): Promise<void> {
    weights.value = await world.weights().catch(() => weights.value);
  }

  return {
    savings,
    weights,
    password,
    save,
    loadWeights,

    /** The person with what is on its way: a choice holds while it is saved, and goes back where that fails. */
    shown: (user: User): User =>
      [...savings.value.values()].reduce(
        (person, saving) => (saving.is === 'saving' ? changed(person, saving.change) : person),
        user,
      ),

    /** A number as typed; an empty field is “not known”. @param toStored what is shown → what is stored */
    async saveNumber(
      name: 'age' | 'height' | 'weight',
      text: string,
      toStored: (value: number) => number = (value) => value,
    ): Promise<void> {
      const path = `profile.${name}`;
      const trimmed = text.trim().replace(',', '.');
      if (trimmed !== '' && !Number.isFinite(Number(trimmed))) {
        note(path, { is: 'wrong', why: t('settings:number') });
        return;
      }
      if (trimmed === '' && name === 'weight') {
        note(path, { is: 'wrong', why: t('settings:weight.keep') });
        return;
      }
      const value = trimmed === '' ? null : toStored(Number(trimmed));
      await save(path, { profile: { [name]: value } });
      if (name === 'weight') await loadWeights();
    },

    saveText: (name: 'firstName' | 'lastName', text: string) =>
      save(`profile.${name}`, { profile: { [name]: text.trim() || null } }),

    async removeWeight(weight: BodyWeight): Promise<void> {
      await world.removeWeight(weight._id);
      world.update(await world.me());
      await loadWeights();
    },

    async changePassword(): Promise<void> {
      const [current, next] = [password.current.value, password.next.value];
      password.changed.value = false;
      password.failure.value = null;
      password.errors.value = {
        ...(current === '' ? { current: t('settings:password.missing') } : {}),
        ...(next.length < SHORTEST ? { next: t('settings:password.short') } : {}),
      };
      if (password.errors.value.current || password.errors.value.next || password.busy.value) return;
      password.busy.value = true;
      try {
        await world.changePassword(current, next);
        password.current.value = '';
        password.next.value = '';
        password.changed.value = true;
      } catch (error) {
        const fields = fieldErrors(error);
        if (error instanceof Refused && error.code === 'invalid_credentials')
          password.errors.value = { current: t('settings:password.wrong') };
        else if (fields.has('newPassword')) password.errors.value = { next: fields.get('newPassword') ?? '' };
        else password.failure.value = error;
      } finally {
        password.busy.value = false;
      }
    },
  };
}

const changed = (user: User, { profile, settings, username = user.username }: Change): User => ({
  ...user,
  username,
  // A change names only what it changes, never `undefined`.
  profile: { ...user.profile, ...profile } as User['profile'],
  settings: { ...user.settings, ...settings } as User['settings'],
});
