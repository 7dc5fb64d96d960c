import type { Actions } from './actions.ts';
import type { WorkoutState } from './state.ts';
import { leftOf } from '@trainer/coach/running/rest';

/** Enter ticks, R skips the rest, U takes back, ? tells the keys. Never while something is typed or a dialog is open. */
export function listenToKeys(state: WorkoutState, actions: Actions, listens: () => boolean): void {
  addEventListener('keydown', (event) => {
    if (!listens() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const target = event.target as HTMLElement;
    if (target.matches('input, textarea, select')) return;
    const rest = state.session.peek()?.rest;
    const resting = rest && leftOf(rest, Date.now()) > 0;
    if (event.key === 'Enter' && !target.matches('a, button, summary')) (resting ? actions.skipRest : actions.tick)();
    else if (event.key.toLowerCase() === 'r' && resting) actions.skipRest();
    else if (event.key.toLowerCase() === 'u') actions.undo();
    else if (event.key === '?') actions.openKeys();
    else return;
    event.preventDefault();
  });
}
