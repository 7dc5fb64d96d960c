/**
 * What a page finds in a browser, for tests that need no DOM: a localStorage, events of other tabs, and an address that
 * only notes where it was led. Import it before whatever reads them.
 */
class DeviceStorage implements Storage {
  readonly #entries = new Map<string, string>();
  get length(): number {
    return this.#entries.size;
  }
  clear = (): void => {
    this.#entries.clear();
  };
  getItem = (key: string): string | null => this.#entries.get(key) ?? null;
  key = (index: number): string | null => [...this.#entries.keys()][index] ?? null;
  removeItem = (key: string): void => void this.#entries.delete(key);
  setItem = (key: string, value: string): void => void this.#entries.set(key, value);
}

const tab = new EventTarget();

export const device = {
  /** Where pages led to, oldest first; `reload` for the same page anew. */
  went: [] as string[],

  /** A fresh device that shows this page. */
  open(address: string): void {
    localStorage.clear();
    device.went.length = 0;
    const { pathname, search, hash, origin } = new URL(address, 'http://localhost:8000');
    const note = (to: string) => void device.went.push(to);
    const reload = () => {
      note('reload');
    };
    const location = { pathname, search, hash, origin, replace: note, assign: note, reload };
    Object.defineProperty(globalThis, 'location', { value: location, configurable: true });
  },

  /** Another tab of this browser changed an entry; `null` for all of them at once. */
  changedElsewhere(key: string | null): void {
    tab.dispatchEvent(Object.assign(new Event('storage'), { key }));
  },

  /** The page comes back from the browser's history as it was left. */
  cameBack(): void {
    tab.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  },
};

Object.defineProperty(globalThis, 'localStorage', { value: new DeviceStorage(), configurable: true });
globalThis.addEventListener = tab.addEventListener.bind(tab);
device.open('/');
