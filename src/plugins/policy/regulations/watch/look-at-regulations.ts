import type { DailyLook } from '../../../notifications/server/daily-looks';
import { loadOutdated } from './load-outdated';

/** What departments are told on a working day: the official text of a regulation that they publish has a newer version. */
export const lookAtRegulations: DailyLook = async (strapi, _trx, today) =>
  (await loadOutdated(strapi, today)).outdated.map(
    ({ documentId, uid, title, owner, textVersionOn, latestOn, inForceFrom }) => ({
      kind: 'regulation',
      key: `regulation:${documentId}:${latestOn}`,
      documentId,
      type: uid,
      title,
      owner,
      detail: `公开的是${textVersionOn}的文本，官方文本已有${latestOn}的版本(${inForceFrom}起施行),请在“法规监测”中更正`,
    }),
  );
