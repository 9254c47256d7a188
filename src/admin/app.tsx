import { chineseByDefault } from './shell/language';
import { LOGO, THEME } from './shell/look';
import { addOwnStyles } from './shell/styles';
import { keepOwnTitle } from './shell/title';
import { chinese } from './translations';

/** The admin panel as a whole; what belongs to the engine is in its plugin's admin folder. */
export default {
  config: {
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': chinese },
    auth: { logo: LOGO },
    menu: { logo: LOGO },
    theme: THEME,
    tutorials: false,
    notifications: { releases: false },
  },
  register() {
    chineseByDefault();
    addOwnStyles();
    keepOwnTitle();
  },
};
