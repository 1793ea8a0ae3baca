import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { verifierPage } from './verify/onePage.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react(), verifierPage()],
  build: {
    outDir: here('../.build/client'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    target: 'es2020',
    // From here on browsers know which way words run; before, only a page in one language could be turned round.
    cssTarget: ['chrome87', 'edge87', 'firefox78', 'safari14.1'],
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8787',
      '/read': 'http://127.0.0.1:8787',
      '/sync': { target: 'ws://127.0.0.1:8787', ws: true },
    },
  },
});
