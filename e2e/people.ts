import { randomUUID } from 'node:crypto';
import { fullPath } from '@trainer/contract/paths';
import type { Exercise, User, Workout, WorkoutInput } from '@trainer/contract/types';
import { TIME_ZONE } from './time-zone.ts';

/** Somebody with an account, and what they can do without a browser. */
export interface Person {
  readonly user: User;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  /** @throws Error with the whole answer, where it is not a success */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  save(workout: WorkoutInput): Promise<Workout>;
  workouts(): Promise<Workout[]>;
  exercise(slug: string): Promise<Exercise>;
}

export const PASSWORD = 'kolam kolam 7';

/** Signs a new person up over the API, with a name and an address that nobody has yet unless they are given. */
export async function signUp(
  url: string,
  given: { username?: string; email?: string; role?: User['role'] } = {},
): Promise<Person> {
  const id = randomUUID().slice(0, 8);
  const { username = `Kavya ${id}`, email = `kavya-${id}@example.org`, role = 'member' } = given;
  const body = { username, email, password: PASSWORD, timeZone: TIME_ZONE, role };
  const call = caller(url, null);
  const { token, user } = await call<{ token: string; user: User }>('POST', fullPath('signUp'), body);
  return { user, email, password: PASSWORD, token, ...doings(caller(url, token)) };
}

function doings(call: Person['call']): Pick<Person, 'call' | 'save' | 'workouts' | 'exercise'> {
  const data = async <T>(method: string, path: string, body?: unknown) =>
    (await call<{ data: T }>(method, path, body)).data;
  return {
    call,
    save: (workout) => data('POST', fullPath('saveWorkout'), workout),
    workouts: () => data('GET', fullPath('workouts')),
    async exercise(slug) {
      const all = await data<Exercise[]>('GET', fullPath('exercises'));
      const found = all.find((exercise) => exercise.slug === slug);
      if (!found) throw new Error(`There is no exercise ${slug}`);
      return found;
    },
  };
}

const caller =
  (url: string, token: string | null): Person['call'] =>
  async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as never;
  };
