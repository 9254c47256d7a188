import type { TemplateText } from '../../shared/notices';
import defaults from './defaults.json';
import type { NoticeKindCode } from './kinds';

const DEFAULTS: Record<NoticeKindCode, { title: string; body: readonly string[] }> = defaults;

/** The template that the product brings. */
export const standardTemplate = (code: NoticeKindCode): TemplateText => ({
  title: DEFAULTS[code].title,
  body: DEFAULTS[code].body.join('\n'),
});
