// @vitest-environment jsdom
import { render, type TemplateResult } from 'lit-html';
import { beforeEach, describe, expect, it } from 'vitest';
import { field, segmented, selectField } from './field.ts';

const show = (template: TemplateResult) => {
  render(template, document.body);
};
const one = <T extends Element>(selector: string) => document.querySelector(selector) as T;

beforeEach(() => {
  show(segmented({ name: 'none', legend: '', options: [], value: null, onChange: () => undefined }));
});

describe('a field', () => {
  it('belongs to its label, and to the hint until an error takes its place', () => {
    const age = (error?: string) =>
      field({ id: 'age', label: 'Age', value: '29', unit: 'years', hint: 'In whole years.', error });
    show(age());
    const input = one<HTMLInputElement>('input');
    expect(input.labels?.[0]?.textContent).toBe('Age');
    expect(one(`#${String(input.getAttribute('aria-describedby'))}`).textContent).toBe('In whole years.');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    show(age('200 is too much.'));
    expect(one(`#${String(input.getAttribute('aria-describedby'))}`).textContent.trim()).toBe('200 is too much.');
    expect([input.getAttribute('aria-invalid'), document.querySelector('.hint')]).toEqual(['true', null]);
  });

  it('keeps what is being typed while the page is drawn anew', () => {
    const name = () => field({ id: 'name', label: 'Name', value: 'Kavya' });
    show(name());
    one<HTMLInputElement>('input').value = 'Kavya R';
    show(name());
    expect(one<HTMLInputElement>('input').value).toBe('Kavya R');
  });
});

describe('a choice', () => {
  const UNITS = [
    { value: 'metric', label: 'kg, cm' },
    { value: 'imperial', label: 'lb, in' },
  ];

  it('of a list follows its value, also after somebody chose by hand', () => {
    const units = (value: string) => selectField({ id: 'units', label: 'Units', value, options: UNITS });
    show(units('metric'));
    const select = one<HTMLSelectElement>('select');
    select.value = 'imperial';
    show(units('imperial'));
    show(units('metric'));
    expect(select.value).toBe('metric');
    select.value = 'imperial';
    show(units('metric'));
    expect(select.value).toBe('metric');
  });

  it('of a few goes back where it came to nothing', () => {
    const chosen: string[] = [];
    const units = (value: string) =>
      segmented({ name: 'u', legend: 'Units', options: UNITS, value, onChange: (unit) => void chosen.push(unit) });
    show(units('metric'));
    one<HTMLInputElement>('input[value="imperial"]').click();
    expect(chosen).toEqual(['imperial']);
    show(units('metric'));
    expect(one<HTMLInputElement>('input:checked').value).toBe('metric');
  });
});
