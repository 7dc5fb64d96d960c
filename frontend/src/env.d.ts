declare module '*.css';

interface ImportMetaEnv {
  /** Where the API is, for pages that another server hands out; empty: where the pages are. */
  readonly VITE_API_BASE?: string;
  readonly DEV: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
  /** Files by their path from here: what is imported of each, at once or when it is asked for. */
  glob<T>(pattern: string, options: { query?: string; import: string; eager: true }): Record<string, T>;
  glob<T>(pattern: string, options: { import: string }): Record<string, () => Promise<T>>;
}
