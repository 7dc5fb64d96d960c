import { defineConfig } from 'vite';

/** One file for Node with our own packages in it; npm's packages stay outside, dynamic imports become chunks beside it. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: [/^@trainer\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: ['src/main.ts', 'src/migrate.ts', 'src/plan-writer/coach-worker.ts'],
      // Chunks lie flat beside main.js: the pages are found from the folder of the running file.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
