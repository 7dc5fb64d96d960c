import { signal } from '@preact/signals-core';

/** Where somebody is on a page of plans, as its address says it. */
export interface Place {
  /** The plan that is open; null: none is. */
  id: string | null;
  /** The day that is open, 1–7; null: the one that fits today. */
  day: number | null;
  /** The shopping list of the plan instead of the plan. */
  list: boolean;
  /** A new plan is wanted, though there are some. */
  fresh: boolean;
}

export const NOWHERE: Place = { id: null, day: null, list: false, fresh: false };

export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  const day = Number(asked.get('day'));
  const id = asked.get('id');
  return {
    id: id && /^[0-9a-f]{24}$/.test(id) ? id : null,
    day: Number.isInteger(day) && day >= 1 && day <= 7 ? day : null,
    list: asked.get('view') === 'shopping',
    fresh: asked.has('new'),
  };
}

export function addressOf({ id, day, list, fresh }: Place): string {
  if (id === null) return fresh ? '?new' : '';
  const parts = [`id=${id}`, ...(list ? ['view=shopping'] : []), ...(day === null ? [] : [`day=${String(day)}`])];
  return `?${parts.join('&')}`;
}

/** Follows the address, and leads it. @param moved after every move, with whether it came from the browser’s buttons */
export function placeOnPage(moved: (place: Place) => void) {
  const place = signal(placeOf(location.search));
  const set = (next: Place, how: 'pushState' | 'replaceState') => {
    history[how](null, '', location.pathname + addressOf(next));
    place.value = next;
  };
  return {
    place,
    go(to: Partial<Place>): void {
      set({ ...NOWHERE, ...to }, 'pushState');
      scrollTo(0, 0);
      moved(place.peek());
    },
    /** The same place, said more exactly: no step for the browser’s back button. */
    stay(to: Partial<Place>): void {
      set({ ...place.peek(), ...to }, 'replaceState');
    },
    follow(): void {
      addEventListener('popstate', () => {
        place.value = placeOf(location.search);
        moved(place.peek());
      });
    },
  };
}
