/**
 * Browsers, the more particular first: nearly all of them also call themselves Chrome and Safari. Small and
 * our own: the libraries know thousands of devices, and not the browsers that offices here use.
 */
const BROWSERS: readonly [RegExp, string][] = [
  [/wxwork\//i, '企业微信'],
  [/MicroMessenger\//, '微信'],
  [/DingTalk/i, '钉钉'],
  [/\b(?:QQBrowser|MQQBrowser)\//, 'QQ 浏览器'],
  [/\b360(?:SE|EE|ENT)\b|QihooBrowser/i, '360 浏览器'],
  [/\b(?:MetaSr|SE 2\.X)\b/, '搜狗浏览器'],
  [/UCBrowser\//, 'UC 浏览器'],
  [/HuaweiBrowser\//, '华为浏览器'],
  [/MiuiBrowser\//, '小米浏览器'],
  [/\b(?:Edg|EdgA|EdgiOS|Edge)\//, 'Edge 浏览器'],
  [/\b(?:OPR|Opera)\//, 'Opera 浏览器'],
  [/\b(?:Firefox|FxiOS)\//, '火狐浏览器'],
  [/\b(?:Chrome|HeadlessChrome|Chromium|CriOS)\//, 'Chrome 浏览器'],
  [/\bVersion\/[\d.]+ (?:Mobile\/\S+ )?Safari\//, 'Safari 浏览器'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/iPhone/, 'iPhone 手机'],
  [/iPad/, 'iPad 平板'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/UOS|Uniontech/i, '统信 UOS'],
  [/Kylin/i, '麒麟'],
  [/Linux|X11/, 'Linux'],
];

const find = (names: readonly [RegExp, string][], text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/** What a `User-Agent` says of browser and computer, as a person would call them; null where it says nothing. */
export function deviceName(userAgent: string | undefined): string | null {
  // it comes from outside: no more of it is looked at than a browser sends
  const text = (userAgent ?? '').slice(0, 512);
  const browser = find(BROWSERS, text);
  const system = find(SYSTEMS, text);
  if (browser && system) return `${browser}（${system}）`;
  return browser ?? system ?? null;
}
