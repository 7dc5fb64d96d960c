import { randomUUID } from 'node:crypto';
import type { Bus } from '../bus/port.ts';
import type { Presence } from './port.ts';

/**
 * Each instance knows who is here, and is told by the others who is there. They number what they tell, and say now and
 * then how far they are: whoever missed something asks for the whole. Who says nothing for a while is gone, and with it
 * everybody who was there; a server that is killed leaves nobody online.
 */
export interface Attendance extends Presence {
  /** A screen of this person opened here. → to be called once it is closed */
  opened(userId: string): () => void;
  close(): void;
}

export interface PresenceTimings {
  /** How long somebody without a screen still counts: turning a page closes one and opens the next. */
  graceMs: number;
  beatMs: number;
  /** After this long without a word an instance is taken for gone. */
  goneMs: number;
}

const TIMINGS: PresenceTimings = { graceMs: 4_000, beatMs: 4_000, goneMs: 14_000 };
const TOPIC = 'presence';
const EVERYBODY = '';

interface Instance {
  users: Set<string>;
  /** The number of what it told last. */
  told: number;
  heardAt: number;
  /** It was asked for the whole, and what it tells meanwhile is in that. */
  isAsked: boolean;
}

interface Deps {
  bus: Bus;
  /** Told of everybody who comes or goes, by what this instance knows. */
  changed: (userId: string, online: boolean) => void;
  timings?: PresenceTimings;
}

export function attendance({ bus, changed, timings = TIMINGS }: Deps): Attendance {
  const me = randomUUID();
  const here = new Map<string, { screens: number; leaving: NodeJS.Timeout | undefined }>();
  const others = new Map<string, Instance>();
  let told = 0;
  let isClosed = false;

  const isOnline = (userId: string) => here.has(userId) || [...others.values()].some(({ users }) => users.has(userId));

  /** Does something, and tells which of these came or went by it. */
  function noting(userIds: Iterable<string>, act: () => void): void {
    const before = new Map([...userIds].map((userId) => [userId, isOnline(userId)]));
    act();
    for (const [userId, was] of before) if (isOnline(userId) !== was) changed(userId, !was);
  }

  const say = (what: string, ...rest: string[]) => void bus.tell(TOPIC, [what, me, String(told), ...rest]);
  const sayNext = (what: 'in' | 'out', userId: string) => {
    told += 1;
    say(what, userId);
  };
  const sayWhole = () => {
    say('whole', ...here.keys());
  };
  const ask = (instance: string) => {
    say('ask', instance);
  };

  function hear([what, from = '', number, ...rest]: readonly string[]): void {
    if (what === 'ask') {
      if (rest[0] === me || rest[0] === EVERYBODY) sayWhole();
      return;
    }
    const known = others.get(from);
    const now = performance.now();
    if (what === 'whole') {
      const whole = { users: new Set(rest), told: Number(number), heardAt: now, isAsked: false };
      noting([...(known?.users ?? []), ...rest], () => others.set(from, whole));
      return;
    }
    if (known) known.heardAt = now;
    if (known && Number(number) === known.told + (what === 'beat' ? 0 : 1)) {
      known.told = Number(number);
      noting(rest, () => {
        for (const userId of rest) known.users[what === 'in' ? 'add' : 'delete'](userId);
      });
    } else if (!known?.isAsked || what === 'beat') {
      if (known) known.isAsked = true;
      ask(from);
    }
  }

  function beat(): void {
    say('beat');
    const silentSince = performance.now() - timings.goneMs;
    for (const [id, { users, heardAt }] of others) {
      if (heardAt < silentSince) noting(users, () => others.delete(id));
    }
  }

  bus.on(TOPIC, hear);
  bus.onGap(() => {
    ask(EVERYBODY);
    sayWhole();
  });
  ask(EVERYBODY);
  const beating = setInterval(beat, timings.beatMs);
  beating.unref();

  return {
    isOnline,
    opened(userId) {
      const known = here.get(userId);
      const entry = known ?? { screens: 0, leaving: undefined };
      entry.screens += 1;
      clearTimeout(entry.leaving);
      if (!known) {
        noting([userId], () => here.set(userId, entry));
        sayNext('in', userId);
      }
      return () => {
        entry.screens -= 1;
        if (entry.screens > 0 || isClosed) return;
        entry.leaving = setTimeout(() => {
          noting([userId], () => here.delete(userId));
          sayNext('out', userId);
        }, timings.graceMs);
        entry.leaving.unref();
      };
    },
    close() {
      isClosed = true;
      clearInterval(beating);
      for (const { leaving } of here.values()) clearTimeout(leaving);
    },
  };
}
