import { MISSING_PICTURE } from '../../../../shared/missing-picture';
import { htmlToInsert, picturesToInsert } from './clipboard';

const picture = (name = 'a.png') => new File(['x'], name, { type: 'image/png' });
const hold = (file: File) => `blob:${file.name}`;
const named = '<p>甲<img src="file:///C:/a.png"></p>';
const rtf = `{\\rtf1 {\\pict\\pngblip ${Buffer.from('a picture').toString('hex')}}}`;

describe('pictures that a pasted HTML only names', () => {
  test.each<[string, string, File[], string]>([
    [
      'come from the rich text',
      rtf,
      [],
      `data:image/png;base64,${Buffer.from('a picture').toString('base64')}`,
    ],
    ['or from the files', '', [picture()], 'blob:a.png'],
    ['from no other file', '', [new File(['x'], 'a.txt', { type: 'text/plain' })], MISSING_PICTURE],
    ['not where it is unclear which', '', [picture('a.png'), picture('b.png')], MISSING_PICTURE],
    ['not where there is none', '', [], MISSING_PICTURE],
  ])('%s', (_what, richText, files, expected) => {
    expect(htmlToInsert(named, { html: named, rtf: richText, files }, hold)).toContain(expected);
  });

  test('what was copied in the editor is left alone', () => {
    const own = '<p data-pm-slice="1 1 []">甲</p>';
    expect(htmlToInsert(own, { html: own, rtf: '', files: [] }, hold)).toBe(own);
  });
});

describe('pictures that are inserted by themselves', () => {
  test.each<[string, string, number]>([
    ['a screenshot', '', 1],
    ['a picture copied in a browser', '<meta charset="utf-8"><img src="https://example.test/a.png">', 1],
    ['not the image of a table that Excel adds', '<table><tr><td>甲</td></tr></table>', 0],
    ['not the image of a text that Word adds', '<p>甲</p>', 0],
  ])('%s', (_what, html, count) => {
    expect(picturesToInsert({ html, rtf: '', files: [picture()] })).toHaveLength(count);
  });
});
