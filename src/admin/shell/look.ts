/** A plain sign, no emblem of the state: one character on the panel's blue. */
const SIGN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#1a5fc4"/><text x="32" y="45" font-size="36" font-family="'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif" font-weight="700" text-anchor="middle" fill="#fff">公</text></svg>`;

export const LOGO = `data:image/svg+xml,${encodeURIComponent(SIGN)}`;

const BLUE = {
  primary100: '#eef4fe',
  primary200: '#d6e4fb',
  primary500: '#3d7fe0',
  primary600: '#1a5fc4',
  primary700: '#124a9c',
  buttonPrimary500: '#3d7fe0',
  buttonPrimary600: '#1a5fc4',
};

/** Strapi's own amber is too light for text on white (WCAG 1.4.3 asks for 4.5:1). */
const AMBER = { warning600: '#a85200', warning700: '#8a4200' };

/** Only colours that differ from Strapi's. */
export const THEME = { light: { colors: { ...BLUE, ...AMBER } }, dark: {} };
