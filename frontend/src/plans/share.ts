import { signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { announce } from '../ui/announce.ts';
import { banner } from '../ui/banner.ts';
import { openDialog } from '../ui/dialog.ts';
import { sentenceOf } from '../ui/errors.ts';
import { icon } from '../ui/icon.ts';
import { showToast } from '../ui/toast.ts';

interface Shareable {
  share(): Promise<string>;
  unshare(): Promise<void>;
}

/** Makes the link at once and copies it; what it shows, and that it can be ended, stands beside it. */
export function openShare({ share, unshare }: Shareable): void {
  const url = signal<string | null>(null);
  const failure = signal<unknown>(null);
  const copied = signal('');

  const copy = async (text: string) => {
    copied.value = '';
    try {
      await navigator.clipboard.writeText(text);
      copied.value = t('plans:share.copied');
    } catch {
      copied.value = t('plans:share.notCopied');
    }
    announce(copied.value);
  };
  const make = async () => {
    failure.value = null;
    try {
      url.value = await share();
      await copy(url.value);
    } catch (error) {
      failure.value = error;
    }
  };
  const stop = async (close: () => void) => {
    try {
      await unshare();
      close();
      showToast({ text: t('plans:share.stopped') });
    } catch (error) {
      failure.value = error;
    }
  };

  openDialog({
    title: t('plans:share.title'),
    sheet: true,
    body: (close) => html`
      <p class="muted">${t('plans:share.text')}</p>
      ${failure.value ? banner({ kind: 'bad', text: sentenceOf(failure.value), action: { label: t('common:retry'), run: () => void make() } }) : ''}
      ${url.value === null ? waiting(failure.value === null) : made(url.value, close)}
    `,
  });
  void make();

  function waiting(busy: boolean): TemplateResult {
    return busy ? html`<p class="muted">${t('plans:share.making')}</p>` : html``;
  }

  function made(link: string, close: () => void): TemplateResult {
    return html`<div class="field">
        <label for="share-link">${t('plans:share.link')}</label>
        <input id="share-link" class="input" readonly .value=${link} @focus=${selectAll} />
        <p class="hint">${copied.value}</p>
      </div>
      <div class="row row-2 wrap">
        <button type="button" class="btn danger-q grow" data-testid="stop-sharing" @click=${() => void stop(close)}>
          ${t('plans:share.stop')}
        </button>
        <button type="button" class="btn primary grow" data-testid="copy-link" @click=${() => void copy(link)}>
          ${icon('link')}${t('plans:share.copy')}
        </button>
      </div>`;
  }
}

const selectAll = (event: FocusEvent): void => {
  (event.target as HTMLInputElement).select();
};
