declare module '*.css';

interface ImportMetaEnv {
  /** Where the API is, for pages that another server hands out; empty: where the pages are. */
  readonly VITE_API_BASE?: string;
  readonly DEV: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
