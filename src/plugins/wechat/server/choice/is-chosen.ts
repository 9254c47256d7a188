import type { Values } from '../../../disclosure/server/types';
import type { OfficeSettings } from '../contract';
import type { Choice } from './choices';

/** Whether the office's default sends a publication to the 公众号. */
export const isDefaultOf = (
  { columns, kinds }: Pick<OfficeSettings, 'columns' | 'kinds'>,
  publication: Values,
): boolean =>
  kinds.includes(String(publication.kind)) ||
  ((publication.columns ?? []) as string[]).some((column) => columns.includes(column));

/** What the department has decided; where it has not, the office's default. Pure. */
export const isChosen = (
  choice: Pick<Choice, 'chosen'> | null,
  settings: Pick<OfficeSettings, 'columns' | 'kinds'>,
  publication: Values,
): boolean => choice?.chosen ?? isDefaultOf(settings, publication);
