import { assertRowInForce } from '../catalogue/settle-row';
import type { VerbContext } from '../verbs/verb';
import { assertComplete } from './completeness';

/**
 * What must hold before a document goes to review and, because the world may have changed since, before
 * it becomes public.
 *
 * @throws DisclosureError
 */
export async function assertReady(context: VerbContext): Promise<void> {
  const { type, draft, now } = context;
  assertComplete(type, draft, now);
  await assertRowInForce(context);
}
