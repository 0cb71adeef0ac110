import { defineConfig } from 'playwright/test';

export default defineConfig({
  projects: [
    { name: 'window', testDir: 'e2e', outputDir: '../out/playwright/window' },
    // What `npm run dist` made; build/scripts/dist-smoke.mjs names it.
    { name: 'package', testDir: 'package', outputDir: '../out/playwright/package' },
  ],
  testMatch: '**/*.test.ts',
  timeout: 90_000,
  // Waited for is a state; a busy machine may take a while to come to it.
  expect: { timeout: 15_000 },
  // Each test has a display, session bus, keyring and HOME of its own; two cores bear two at a time.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // One in a hundred and sixty failed once on a busy machine and not the next time; what fails twice is at fault.
  retries: 1,
  reporter: 'list',
});
