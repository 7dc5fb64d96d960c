import { html } from 'lit-html';
import { t } from '../../i18n/t.ts';
import { openDialog } from '../../ui/dialog.ts';

/** How “of planned” is counted, and what makes a client need a look. */
export function explainCounting(): void {
  openDialog({
    title: t('trainer-dashboard:counted.title'),
    sheet: true,
    body: () => html`
      <p class="card sunk">${t('trainer-dashboard:counted.formula')}</p>
      <ul class="stack stack-2 dots">
        <li>${t('trainer-dashboard:counted.planned')}</li>
        <li>${t('trainer-dashboard:counted.done')}</li>
        <li>${t('trainer-dashboard:counted.today')}</li>
        <li>${t('trainer-dashboard:counted.spans')}</li>
      </ul>
      <h3>${t('trainer-dashboard:counted.look')}</h3>
      <p class="muted">${t('trainer-dashboard:counted.lookText')}</p>
    `,
    actions: [{ label: t('common:close'), kind: 'second', safe: true }],
  });
}
