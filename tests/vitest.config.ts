import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = (name: string, include: string[], more: object = {}) => ({
  root,
  // Files share what they import, which costs as much as their tests if each loads it anew. None may count on that:
  // whatever a test changes, it changes in a world of its own.
  test: { name, include, restoreMocks: true, isolate: false, ...more },
});

export default defineConfig({
  root,
  test: {
    projects: [
      project('house', ['tests/house/*.test.ts']),
      project('unit', ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'], {
        // Some weigh what an attack would cost, and a busy machine takes several times as long.
        testTimeout: 60_000,
      }),
      project('integration', ['tests/integration/**/*.test.ts'], {
        globalSetup: 'tests/ready/programs.ts',
        // Servers are started in many of these, and a busy machine takes its time over that.
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
      project('fuzz', ['tests/fuzz/**/*.test.ts'], {
        globalSetup: 'tests/ready/programs.ts',
        testTimeout: 300_000,
        hookTimeout: 60_000,
      }),
      project('journeys', ['tests/journeys/**/*.test.ts'], {
        globalSetup: 'tests/ready/setUp.ts',
        // As long as a locator waits: a page on a busy machine may take its time.
        expect: { poll: { timeout: 30_000 } },
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
    ],
  },
});
