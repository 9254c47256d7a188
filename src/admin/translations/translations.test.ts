import path from 'node:path';
import { chinese } from '.';

type Messages = Record<string, string>;

const STRAPI = path.resolve(__dirname, '../../../node_modules/@strapi');

/** The translation files of a package of Strapi, as its panel loads them. */
function load(folder: string, language: string): Messages {
  const file = require(path.join(STRAPI, folder, `${language}.json.js`)) as { default?: Messages } & Messages;
  return file.default ?? file;
}

const PACKAGES: [prefix: string, folder: string, unused: RegExp][] = [
  [
    '',
    'admin/dist/admin/admin/src/translations',
    // paid features, advertisements, tours, and the block editor, which no type has
    /^(tours|widget|app\.components\.(FreeTrial|NpsSurvey|UpsellBanner|MediaLibraryBanner|LeftMenu\.trial)|Settings\.(page\.|permissions\.auditLogs|sso|content-history)|components\.(Blocks|Wysiwyg))/,
  ],
  [
    'content-manager.',
    'content-manager/dist/admin/translations',
    /^(history|preview|widget|components\.uid|containers\.SettingViewModel)/,
  ],
  ['upload.', 'upload/dist/admin/translations', /metadata|^(ai\.|settings\.form\.ai)|description\.ai/i],
];

const english: Messages = {};
const covered: Messages = { ...chinese };
const used: string[] = [];
for (const [prefix, folder, unused] of PACKAGES) {
  for (const [key, text] of Object.entries(load(folder, 'en'))) {
    english[prefix + key] = text;
    if (!unused.test(key)) used.push(prefix + key);
  }
  for (const [key, text] of Object.entries(load(folder, 'zh-Hans'))) covered[prefix + key] ??= text;
}

test('every sentence that people can meet has a Chinese one', () => {
  expect(used.length).toBeGreaterThan(1000);
  expect(used.filter((key) => !covered[key])).toEqual([]);
});

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name).filter((name) => !/^\d+$/.test(name));

test('the Chinese uses no variable that the English does not have', () => {
  const wrong = Object.entries(chinese).filter(([key, text]) => {
    const original = english[key];
    if (original === undefined) return false;
    const known = variablesOf(original);
    return variablesOf(text).some((name) => !known.includes(name));
  });
  expect(wrong).toEqual([]);
});
