/** Where Strapi keeps the language of the panel in the browser. */
const KEY = 'strapi-admin-language';

/** Chinese, until a person chooses otherwise herself: Strapi's own default is English. */
export function chineseByDefault(): void {
  if (!localStorage.getItem(KEY)) localStorage.setItem(KEY, 'zh-Hans');
  document.documentElement.lang = 'zh-Hans';
}
