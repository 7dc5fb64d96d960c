import type { PersonName } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { t } from '../i18n/t.ts';
import { fullName, initialsOf } from '../names.ts';

const SHADES = ['', 'b', 'c', 'd', 'e'];

interface Shown {
  online?: boolean;
  size?: 'sm' | 'lg';
}

/** Initials on a colour that each person keeps. The name stands beside it. */
export const avatar = (person: PersonName, { online = false, size }: Shown = {}): TemplateResult =>
  html`<span class="avatar ${shadeOf(person._id)} ${size ?? ''}"
    ><span aria-hidden="true">${initialsOf(fullName(person))}</span>${
      online ? html`<span class="on" role="img" aria-label=${t('common:online')}></span>` : nothing
    }</span
  >`;

const shadeOf = (id: string): string => SHADES[Number.parseInt(id.slice(-4), 16) % SHADES.length] ?? '';
