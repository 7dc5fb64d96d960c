import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { frame } from './build/frame.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = readdirSync(folder('pages')).filter((file) => file.endsWith('.html'));

export default defineConfig({
  root: folder('.'),
  plugins: [frame(), tailwindcss()],
  server: {
    port: 5174,
    strictPort: true,
    proxy: { '/api': 'http://localhost:8000', '/socket.io': { target: 'http://localhost:8000', ws: true } },
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['index.html', ...pages.map((file) => `pages/${file}`)].map(folder) },
  },
});
