import type { Outcome } from '../../shared/outcomes';

/** Organs that an answer names; `reconsideration`: the people's government that decides (行政复议法第二十四条). */
export type Organs = { reconsideration: string; court: string };

/**
 * The notice of remedies in an answer. Where articles 14 to 16 are the ground, reconsideration comes first and the answer
 * has to say so (行政复议法第二十三条第一款第四项、第二款); everywhere else the applicant may choose. Reconsideration within
 * 60 days (行政复议法第二十条), suing within six months (行政诉讼法第四十六条), after reconsideration within 15 days (第四十五条).
 */
export function remediesOf(
  { reconsiderationFirst }: Pick<Outcome, 'reconsiderationFirst'>,
  { reconsideration, court }: Organs,
): string {
  const apply = `自收到本答复书之日起60日内向${reconsideration}申请行政复议`;
  if (reconsiderationFirst) {
    return `如对本答复不服，应当${apply}；对行政复议决定不服的，可以自收到复议决定书之日起15日内向${court}提起行政诉讼。`;
  }
  return `如对本答复不服，可以${apply}，或者自收到本答复书之日起6个月内向${court}提起行政诉讼。`;
}
