import { effect, signal } from '@preact/signals-core';
import type { CallAnswer, PlanKind, PlanSummary } from '@trainer/contract/types';
import { account } from '../account.ts';
import { api } from '../api.ts';
import { t } from '../i18n/t.ts';
import { live } from '../live.ts';
import { announce } from '../ui/announce.ts';
import { sentenceOf } from '../ui/errors.ts';
import { showToast } from '../ui/toast.ts';
import { earlierState, type Left } from './earlier.ts';
import { generation, type Pending } from './generation.ts';
import { openMenu } from './menu.ts';
import { keptPlanKey, onDevice } from './on-device.ts';
import { type Kept, openedPlan } from './opened.ts';
import { placeOnPage } from './place.ts';
import { STEPS } from './progress.ts';
import { nameOf } from './progress-view.ts';
import { openShare } from './share.ts';

interface Plan {
  _id: string;
  title: string;
  markdown: string;
  requestId: string | null;
  sharedAt: string | null;
}

/** The calls of one kind of plan. */
export interface Calls<Body, P extends Plan> {
  write(body: Body, requestId: string): Promise<P>;
  fetch(id: string): Promise<P>;
  list(cursor: string | null): Promise<{ data: PlanSummary[]; page: { nextCursor: string | null } }>;
  remove(id: string, keepalive: boolean): Promise<void>;
  share(id: string): Promise<string>;
  unshare(id: string): Promise<void>;
}

export type Allowance = CallAnswer<'planAllowance'>['data'];

/** A model that thinks takes its time; the server ends it before this. */
export const WRITING_PATIENCE_MS = 180_000;

/**
 * Everything that the pages of both kinds do alike, joined to the browser.
 * `written` and `refused` tell the form what came of its words.
 */
export function planDesk<Body, P extends Plan>(
  kind: PlanKind,
  calls: Calls<Body, P>,
  { written, refused }: { written: () => void; refused: (failure: unknown) => void },
) {
  const allowance = signal<Allowance | null>(null);
  const now = signal(Date.now());
  const kept = onDevice<Kept<P>>(keptPlanKey(kind));
  const pendingKey = `planRequest:${kind}`;
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  };

  const at = placeOnPage(({ id }) => {
    if (id === null) opened.close();
    else if (opened.plan.peek()?._id !== id) void opened.open(id);
  });
  const opened = openedPlan<P>({
    fetch: calls.fetch,
    kept,
    share: calls.share,
    unshare: calls.unshare,
    now: Date.now,
  });
  const earlier = earlierState({
    fetchPage: calls.list,
    remove: calls.remove,
    later,
    notRemoved: (title) => {
      showToast({ text: t('plans:deleteFailed', { title }) });
    },
    left: onDevice<Left>(`plansLeft:${kind}`),
    now: Date.now,
  });
  const making = generation<Body, P>({
    kind,
    write: calls.write,
    cancel: (requestId) => api.call('cancelPlan', { params: { requestId } }),
    plan: calls.fetch,
    async newest(requestId) {
      const [first] = (await calls.list(null)).data;
      const plan = first && (await calls.fetch(first._id));
      return plan && (requestId === null || plan.requestId === requestId) ? plan : null;
    },
    async running() {
      const { data } = await api.call('planAllowance');
      return data.running.find((one) => one.kind === kind) ?? null;
    },
    pending: onDevice<Pending<Body>>(pendingKey),
    newId: () => crypto.randomUUID(),
    now: Date.now,
    later,
    stepped(step) {
      if (step !== 'ready')
        announce(
          t('plans:step.announce', { step: STEPS.indexOf(step) + 1, steps: STEPS.length, name: nameOf(step, 'now') }),
        );
    },
    arrived(plan) {
      written();
      void earlier.load();
      void loadAllowance();
      // Whoever reads another plan meanwhile is not torn away from it.
      if (at.place.peek().id === null) show(plan);
      else
        showToast({
          text: t('plans:arrived', { title: plan.title }),
          seconds: 20,
          action: {
            label: t('plans:arrived.open'),
            run: () => {
              show(plan);
            },
          },
        });
    },
  });

  function show(plan: P): void {
    opened.show(plan);
    at.go({ id: plan._id });
    announce(t('plans:arrived', { title: plan.title }));
    focusHeading();
  }

  async function loadAllowance(): Promise<void> {
    try {
      allowance.value = (await api.call('planAllowance')).data;
    } catch {
      // Without it the page does not say how many are left; the server counts all the same.
    }
  }

  /** Whoever listens, or types, goes on where something has to be put right. */
  function follow(): void {
    effect(() => {
      const failure = making.failure.value;
      if (failure) refused(failure);
      if (failure || making.stopped.value) focusFirst('#refused-title', WRONG, '#main h1');
    });
  }

  /** The seconds beside the steps, only while there are any. */
  function tick(): void {
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      clearInterval(timer);
      if (making.writing.value === null) return;
      now.value = Date.now();
      timer = setInterval(() => (now.value = Date.now()), 1000);
    });
  }

  return {
    ...at,
    kind,
    opened,
    earlier,
    making,
    allowance,
    kept,
    now,

    /** @param home where nothing else is asked for: what the page shows first. It is given the loading of the earlier plans. */
    async begin(home: (loading: Promise<void>) => Promise<void> | void): Promise<void> {
      tick();
      follow();
      at.follow();
      live.onPlanProgress(making.told);
      live.onReconnect(() => void making.again());
      live.start();
      addEventListener('online', () => void making.again());
      addEventListener('pagehide', earlier.leave);
      addEventListener('storage', ({ key }) => {
        if (key === pendingKey) void making.join();
      });
      const loading = earlier.load();
      const { id } = at.place.peek();
      if (id !== null) void opened.open(id);
      void making.join();
      if (id === null && !making.writing.peek()) void home(loading);
      await loadAllowance();
      const elsewhere = allowance.peek()?.running.some((one) => one.kind === kind) && !making.writing.peek();
      if (elsewhere) void making.watch();
    },

    shareOpen: () => {
      openShare(opened);
    },
    print: () => {
      print();
    },

    menuOpen(plan: P): void {
      openMenu({
        markdown: { name: plan.title, text: plan.markdown },
        again: () => {
          at.go({ fresh: true });
        },
        unshare: plan.sharedAt === null ? undefined : () => void unshare(),
        remove: () => {
          remove(plan);
        },
      });
    },
  };

  async function unshare(): Promise<void> {
    try {
      await opened.unshare();
      showToast({ text: t('plans:share.stopped') });
    } catch (error) {
      showToast({ text: sentenceOf(error) });
    }
  }

  function remove(plan: P): void {
    earlier.remove(plan);
    opened.forget(plan._id);
    at.go({ fresh: true });
    showToast({
      text: t('plans:deleted', { title: plan.title }),
      seconds: 10,
      action: {
        label: t('common:undo'),
        run: () => {
          earlier.undoRemove(plan._id);
          opened.show(plan);
          at.go({ id: plan._id });
        },
      },
    });
  }
}

const WRONG = '#main [aria-invalid="true"], #main [data-wrong]';

/** The page is another one now: whoever listens begins at its title. */
export const focusHeading = (): void => {
  focusFirst('#main h1');
};

/** The first of these that there is, once the view is drawn: that is in the next frame. */
function focusFirst(...selectors: readonly string[]): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
      found?.focus({ preventScroll: found.matches('h1, h2') });
    }),
  );
}

/** Whose plan it is. */
export function nameOfPerson(): string {
  const user = account.user.value;
  return [user?.profile.firstName, user?.profile.lastName].filter(Boolean).join(' ') || (user?.username ?? '');
}
