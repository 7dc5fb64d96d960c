import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { openDialog } from '../ui/dialog.ts';
import { icon } from '../ui/icon.ts';

interface Menu {
  markdown: { name: string; text: string };
  again(): void;
  /** Present while the plan is shared. */
  unshare: (() => void) | undefined;
  remove(): void;
}

/** What else can be done with a plan. */
export function openMenu({ markdown, again, unshare, remove }: Menu): void {
  openDialog({
    title: t('plans:menu'),
    sheet: true,
    body: (close) => {
      const item = (symbol: string, label: string, run: () => void, name: string, colour = ''): TemplateResult =>
        html`<li>
          <button
            type="button"
            class="menurow ${colour}"
            data-testid="menu-${name}"
            @click=${() => {
              close();
              run();
            }}
          >
            ${icon(symbol)}<span>${label}</span>
          </button>
        </li>`;
      return html`<ul class="list">
        ${item('plus', t('plans:menu.new'), again, 'new')}
        ${item(
          'download',
          t('plans:menu.markdown'),
          () => {
            download(markdown);
          },
          'markdown',
        )}
        ${unshare ? item('lock', t('plans:share.stop'), unshare, 'unshare') : nothing}
        ${item('trash', t('plans:menu.delete'), remove, 'delete', 'bad-t')}
      </ul>`;
    },
  });
}

function download({ name, text }: Menu['markdown']): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(name)}.md`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 1000);
}

/** Of any script, but without what file systems do not take. */
const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80) || 'plan';
