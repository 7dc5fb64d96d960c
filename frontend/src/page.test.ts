// @vitest-environment jsdom
import { signal } from '@preact/signals-core';
import { html } from 'lit-html';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { account } from './account.ts';
import { live } from './live-status.ts';
import { startPage } from './page.ts';
import { person } from './testing/people.ts';

const drawn = () => new Promise((done) => requestAnimationFrame(done));
const main = () => document.querySelector('main') as HTMLElement;
const text = (selector: string) => document.querySelector(selector)?.textContent;

beforeEach(() => {
  document.body.innerHTML = `<span data-name></span><span data-initials></span><span data-role></span>
    <span data-live hidden><span class="dot ok"></span><span data-live-text></span></span>
    <div data-running hidden></div><main id="main"><p>skeleton</p></main>`;
  localStorage.clear();
  account.enter({ token: 'abc', user: person() });
});

describe('a page', () => {
  it('puts its view in the place of the skeleton, and follows what the view read', async () => {
    const count = signal(1);
    expect(startPage({ texts: {}, view: () => html`<p>${count.value} sets</p>` })).toBe(true);
    expect(main().textContent).toBe('1 sets');
    count.value = 2;
    await drawn();
    expect(main().textContent).toBe('2 sets');
  });

  it('draws once a frame, however often something changes', async () => {
    const count = signal(0);
    startPage({ texts: {}, view: () => html`<p>${count.value}</p>` });
    const before = main().querySelector('p');
    for (let i = 1; i <= 5; i += 1) count.value = i;
    expect(main().textContent).toBe('0');
    await drawn();
    expect(main().textContent).toBe('5');
    expect(main().querySelector('p')).toBe(before);
  });

  it('draws in the same frame what an earlier step of that frame changed', async () => {
    const told = signal(0);
    const sum = signal(0);
    startPage({ texts: {}, view: () => html`<p>${told.value} ${sum.value}</p>` });
    requestAnimationFrame(() => (sum.value = 1));
    told.value = 1;
    await drawn();
    expect(main().textContent).toBe('1 1');
  });

  it('that can’t be drawn says so instead of staying empty', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = signal(true);
    const view = () => {
      if (broken.value) throw new TypeError('no such thing');
      return html`<p>whole again</p>`;
    };
    startPage({ texts: {}, view });
    expect(text('main [role="alert"]')).toContain('Something went wrong on this page.');
    expect(log).toHaveBeenCalledWith(expect.any(TypeError));
    broken.value = false;
    await drawn();
    expect(main().textContent).toBe('whole again');
    log.mockRestore();
  });

  it('says who is here and follows their theme', () => {
    startPage({ texts: {}, view: () => html`` });
    expect([text('[data-name]'), text('[data-initials]'), text('[data-role]')]).toEqual(['Kavya', 'K', 'Member']);
    const { profile, settings } = person();
    account.update(
      person({
        profile: { ...profile, firstName: 'Kavya', lastName: 'இராமன்' },
        settings: { ...settings, theme: 'dark' },
      }),
    );
    expect([text('[data-name]'), text('[data-initials]')]).toEqual(['Kavya இராமன்', 'Kஇ']);
    expect(document.documentElement.dataset.theme).toBe('dark');
    account.update(person());
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('says whether it is live only once that is known', () => {
    startPage({ texts: {}, view: () => html`` });
    const mark = document.querySelector('[data-live]') as HTMLElement;
    expect(mark.hidden).toBe(true);
    live.status.value = 'live';
    expect([mark.hidden, text('[data-live-text]')]).toEqual([false, 'Live']);
    live.status.value = 'reconnecting';
    expect([text('[data-live-text]'), mark.classList.contains('off')]).toEqual(['Reconnecting', true]);
    live.status.value = 'connecting';
  });

  it('names a running workout of this person, and of nobody else', () => {
    localStorage.setItem('runningWorkout', JSON.stringify({ userId: person()._id, name: 'Lower body A' }));
    startPage({ texts: {}, view: () => html`` });
    const banner = document.querySelector('[data-running]') as HTMLElement;
    expect([banner.hidden, banner.querySelector('b')?.textContent]).toEqual([false, 'Lower body A is still running']);
    localStorage.setItem('runningWorkout', JSON.stringify({ userId: 'b'.repeat(24), name: 'Not mine' }));
    dispatchEvent(new Event('pageshow'));
    expect([banner.hidden, banner.textContent]).toEqual([true, '']);
  });
});
