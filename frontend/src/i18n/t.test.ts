import { describe, expect, it } from 'vitest';
import aiSuggestions from './en/ai-suggestions.json';
import dashboard from './en/dashboard.json';
import dietPlan from './en/diet-plan.json';
import forgotPassword from './en/forgot-password.json';
import history from './en/history.json';
import newPassword from './en/new-password.json';
import resetPassword from './en/reset-password.json';
import login from './en/login.json';
import { loadTexts, t } from './t.ts';
import muscleWorkout from './en/muscle-workout.json';
import plans from './en/plans.json';
import settings from './en/settings.json';
import shared from './en/shared.json';
import signup from './en/signup.json';
import workoutExecution from './en/workout-execution.json';
import common from './en/common.json';

const pages = {
  aiSuggestions,
  common,
  dashboard,
  dietPlan,
  forgotPassword,
  history,
  login,
  muscleWorkout,
  newPassword,
  plans,
  resetPassword,
  settings,
  shared,
  signup,
  workoutExecution,
};

describe('a text', () => {
  it('of every page is there, and one of a page only once that page loads it', () => {
    expect(t('common:nav.today')).toBe('Today');
    expect(t('login:submit')).toBe('login:submit');
    loadTexts({ login });
    expect(t('login:submit')).toBe('Log in');
  });

  it('is filled in, and chooses its plural by the number', () => {
    expect(t('common:running.still', { name: 'Legs' })).toBe('Legs is still running');
    expect(t('login:unsent', { count: 1 })).toMatch(/^1 set is waiting/);
    expect(t('login:unsent', { count: 2 })).toMatch(/^2 sets are waiting/);
  });

  it('that is filled in is shown as it was typed, whatever it holds', () => {
    const name = '<b>$& {{name}} 100 %</b>';
    expect(t('common:running.still', { name })).toBe(`${name} is still running`);
  });
});

describe('the English texts', () => {
  it.each(Object.entries(pages))('of %s are short and calm', (_, texts) => {
    for (const [key, text] of Object.entries<string>(texts)) {
      expect(text, key).toMatch(/^\S/);
      expect(text, key).not.toContain('!');
    }
  });

  it.each(Object.entries(pages))('of %s have both plurals or none, with the same blanks', (_, texts) => {
    const all: Record<string, string> = { ...texts };
    const blanks = (text = '') =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).filter((name) => name !== 'count');
    for (const key of Object.keys(all).filter((name) => name.endsWith('_one'))) {
      const other = all[key.replace(/_one$/, '_other')];
      expect(other, key).toBeDefined();
      expect(blanks(all[key]), key).toEqual(blanks(other));
    }
  });
});
