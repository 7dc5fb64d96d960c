import * as calls from '@trainer/contract/auth';
import { gone, handle, type Handled, ok } from '../../http/handle.ts';
import { found } from '../../http/refusal.ts';
import type { AuthService } from './service.ts';

export const authRoutes = (auth: AuthService): Handled[] => [
  handle(calls.signUp, async ({ body, asker }) => loggedIn(201, await auth.signUp(body, asker))),
  handle(calls.logIn, async ({ body, asker }) => loggedIn(200, await auth.logIn(body, asker))),
  handle(calls.logOut, async ({ member }) => {
    await auth.logOut(member);
    return gone;
  }),
  handle(calls.logOutAll, async ({ member }) => {
    await auth.logOutAll(member);
    return gone;
  }),
  handle(calls.me, async ({ member }) => ok(found(await auth.me(member)))),
  handle(calls.changePassword, async ({ member, body, asker }) =>
    loggedIn(200, await auth.changePassword(member, body, asker)),
  ),
  handle(calls.forgotPassword, async ({ body, asker }) => {
    await auth.forgotPassword(body, asker);
    return { status: 202 };
  }),
  handle(calls.resetPassword, async ({ body, asker }) => {
    await auth.resetPassword(body, asker);
    return gone;
  }),
];

const loggedIn = <S extends 200 | 201, T extends object>(status: S, who: T) => ({
  status,
  body: { success: true as const, ...who },
});
