import type { StartProcess } from '../support/start-process';

/** Waits for a start that must be refused and checks its form; returns the sentence. */
export async function refusalOf(start: StartProcess): Promise<string> {
  const status = await start.exited;
  expect(start.stderr()).toMatch(/^[^\n。]*[\u4e00-\u9fff][^\n。]*。\n$/);
  expect(status).toBeGreaterThan(0);
  expect(start.stdout()).not.toMatch(/已启动/);
  return start.stderr().trim();
}
