import { picturesInRtf } from './rtf-pictures';

const hexOf = (text: string) => Buffer.from(text).toString('hex');
const picture = (type: string, hex: string) =>
  `{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn fLine}{\\sv 0}}}\\picscalex100\\picw7056\\pich4704\\${type}\\bliptag-1234{\\*\\blipuid 89ab89ab89ab89ab}${hex.replace(/(.{64})/g, '$1\r\n')}}}`;

test('the pictures of a rich text come in their order, as data addresses', () => {
  const rtf = `{\\rtf1\\ansi\\ansicpg936 {\\fonttbl}\\pard ${picture('pngblip', hexOf('first picture of the text'))}\\par ${picture('jpegblip', hexOf('the second'))}}`;
  expect(picturesInRtf(rtf)).toEqual([
    `data:image/png;base64,${Buffer.from('first picture of the text').toString('base64')}`,
    `data:image/jpeg;base64,${Buffer.from('the second').toString('base64')}`,
  ]);
});

test.each([
  ['no rich text', ''],
  ['a text without pictures', '{\\rtf1 text}'],
  ['a metafile', `{\\rtf1 {\\nonshppict{\\pict\\wmetafile8 ${hexOf('a metafile of old times')}}}}`],
  ['a picture that is cut off', '{\\rtf1 {\\pict\\pngblip 8950'],
])('%s gives none', (_what, rtf) => {
  expect(picturesInRtf(rtf)).toEqual([]);
});
