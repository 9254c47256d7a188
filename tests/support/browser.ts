import { type Browser, chromium } from 'playwright-core';
import { chromiumPath, NO_CHROMIUM } from './chromium';

/** A `describe` for tests that need a browser: skipped where there is none, an error where CI=true. */
export const describeWithBrowser: jest.Describe = chromiumPath() ? describe : describe.skip;

/** Starts a headless Chromium; close it at the end of the suite. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  // Chromium's sandbox does not work for root, and containers give it too small a /dev/shm.
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
}
