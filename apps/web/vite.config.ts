import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** `npm run build:web` writes dist/web, which the API serves. */
export default defineConfig(({ command }) => {
  // Whatever runs the build, a test for example, the pages are those that people get.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return pages;
});

const pages: UserConfig = {
  root: 'apps/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Fonts and pictures stay files: the page may load nothing but files of its own server.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:3000', '/auth': 'http://127.0.0.1:3000' } },
};
