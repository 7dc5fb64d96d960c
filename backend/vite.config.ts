import { defineConfig } from 'vite';

/** One file for Node with our own packages in it; npm's packages stay outside, dynamic imports become chunks beside it. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: [/^@trainer\//] },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      // Chunks lie flat beside main.js: the pages are found from the folder of the running file.
      output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
