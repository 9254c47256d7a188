import type { Core } from '@strapi/strapi';
import { ensureDemoAccounts } from './accounts';
import { loadDemoContent } from './content';

/** Loads the demo when the start asks for it (DEMO=true, with the password for its accounts). */
export async function loadDemo(strapi: Core.Strapi): Promise<void> {
  const { DEMO, DEMO_PASSWORD } = process.env;
  if (DEMO !== 'true') return;
  if (!DEMO_PASSWORD) throw new Error('DEMO=true 时须设置 DEMO_PASSWORD');
  await ensureDemoAccounts(strapi, DEMO_PASSWORD);
  await loadDemoContent(strapi);
}
