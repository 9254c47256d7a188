import type { ChoiceSource } from '../../disclosure/server/domain/manifest';
import { allRegulations } from './corpus/find-regulations';

/** More than there are in force. */
const MOST = 3000;

/** The regulations whose official text is known. */
export const regulationChoices: ChoiceSource = async (strapi) =>
  (await allRegulations(strapi.db.connection, MOST)).map(({ id, title, latestOn }) => ({
    value: id,
    label: `${title}(最新版本 ${latestOn})`,
  }));
