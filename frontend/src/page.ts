import { effect } from '@preact/signals-core';
import { render, type TemplateResult } from 'lit-html';
import { account, followOtherTabs } from './account.ts';
import { loadTexts, t } from './i18n/t.ts';
import { live } from './live-status.ts';
import { fullName, initialsOf } from './names.ts';
import { banner } from './ui/banner.ts';
import { sentenceOf } from './ui/errors.ts';
import { followRunningWorkout } from './ui/running-banner.ts';
import { unread } from './unread.ts';

interface Page {
  texts: Parameters<typeof loadTexts>[0];
  view: () => TemplateResult;
  /** Told of whoever is logged in; false for pages before that. */
  signedIn?: boolean;
}

/** Shows a page: the skeleton gives way to the view, which is drawn anew when a signal that it read changes. */
export function startPage({ texts, view, signedIn = true }: Page): boolean {
  loadTexts(texts);
  if (signedIn && !(account.token() && account.user.peek())) {
    account.demand();
    return false;
  }
  const main = document.querySelector<HTMLElement>('#main');
  if (!main) throw new Error('The page has no main.');
  main.replaceChildren();
  let stop = (): void => undefined;
  const draw = () => {
    stop();
    let drawn: TemplateResult | undefined;
    stop = effect(() => {
      // Several signals that change before a frame make one drawing, in that frame: it hears of nothing more until then.
      if (drawn) requestAnimationFrame(draw);
      else drawn = attempt(view);
    });
    try {
      render(drawn, main);
    } catch (error) {
      render(failed(error), main);
    }
  };
  draw();
  if (signedIn) {
    followOtherTabs();
    showWho();
    showLive();
    showUnread();
    followRunningWorkout();
  }
  return true;
}

function attempt(view: () => TemplateResult): TemplateResult {
  try {
    return view();
  } catch (error) {
    return failed(error);
  }
}

/** The skeleton is gone by then: a page that can't be drawn is not left empty. */
const failed = (error: unknown): TemplateResult => banner({ kind: 'bad', text: sentenceOf(error) });

function showWho(): void {
  effect(() => {
    const user = account.user.value;
    if (!user) return;
    const { firstName, lastName } = user.profile;
    const name = fullName({ username: user.username, firstName, lastName });
    document.documentElement.dataset.who = user.role;
    fill('[data-initials]', initialsOf(name));
    fill('[data-name]', name);
    fill('[data-role]', t(`common:role.${user.role}`));
    for (const link of document.querySelectorAll('.topbar a[href="/pages/settings.html"]'))
      link.setAttribute('aria-label', t('common:nav.settingsOf', { name }));
    if (user.settings.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = user.settings.theme;
  });
}

function showLive(): void {
  effect(() => {
    const off = live.status.value === 'reconnecting';
    for (const mark of document.querySelectorAll<HTMLElement>('[data-live]')) {
      mark.hidden = live.status.value === 'connecting';
      mark.classList.toggle('off', off);
      mark.querySelector('.dot')?.classList.toggle('ok', !off);
    }
    fill('[data-live-text]', t(off ? 'common:live.off' : 'common:live.on'));
  });
}

/** A page without navigation has no place for it. */
function showUnread(): void {
  const marks = document.querySelectorAll<HTMLElement>('[data-unread]');
  if (marks.length === 0) return;
  effect(() => {
    const count = unread.count.value;
    for (const mark of marks) {
      mark.hidden = count === 0;
      if (mark.classList.contains('count')) mark.textContent = String(count);
    }
    fill('[data-unread-words]', count === 0 ? '' : t('common:unread', { count }));
  });
  unread.soon();
}

function fill(selector: string, text: string): void {
  for (const element of document.querySelectorAll(selector)) element.textContent = text;
}
