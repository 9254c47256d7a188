import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { DisclosureError } from '../../../disclosure/server/errors';
import type { Member } from '../../../disclosure/server/types';
import { assertMapping, type Mapping } from '../mapping/mapping';
import type { Target } from '../types';
import { withSource } from './desk';
import { findJob, type Job, updateJob } from './job';
import { isImporting } from './lock';
import { runImport } from './run-import';
import { allEnded, remember } from './running';

let stopping = false;

/**
 * Begins an import of the panel, or goes on with it, and answers at once. It acts as the member who
 * uploaded the file, and approves nothing: that is another person's.
 *
 * @throws DisclosureError when the mapping is wrong or another import of hers runs
 */
export async function startInBackground(
  strapi: Core.Strapi,
  job: Job,
  member: Member,
  { mapping, target }: { mapping: Mapping; target: Exclude<Target, 'published'> },
): Promise<void> {
  if (job.state === 'done')
    throw new DisclosureError('INVALID_TRANSITION', '这个导入已经完成，请重新上传文件');
  if (await isImporting(strapi.db.connection, member.personId)) {
    throw new DisclosureError('INVALID_TRANSITION', '您有一个导入正在进行，请等它完成后再开始下一个');
  }
  await withSource(strapi, job, mapping, async ({ headers }) =>
    assertMapping(requireType(strapi, job.type), headers, mapping),
  );
  await updateJob(strapi.db.connection, job.id, { mapping, target, state: 'running', message: null });
  const current = (await findJob(strapi.db.connection, job.id)) as Job;
  stopping = false;
  const work = withSource(strapi, current, mapping, async (source) => {
    await runImport(
      strapi,
      current,
      source,
      { editor: member, reviewer: null },
      { isStopping: () => stopping },
    );
  }).catch((error: unknown) => {
    if (!(error instanceof DisclosureError)) strapi.log.error(error);
  });
  remember(job.id, work);
}

/** Ends the imports of this process after the row they are at; they can be gone on with. */
export async function stopBackground(): Promise<void> {
  stopping = true;
  await allEnded();
}
