import vectors from '../server/rules/vectors.json';
import { isValidDocNo, normaliseDocNo } from './document-number';

const proper = [...vectors.docNo.valid, '国令第711号', '省政府令第247号', '国务院令711号'];

describe('文号', () => {
  test.each(proper)('%s is in its proper form and stays as it is (GB/T 9704)', (docNo) => {
    expect(isValidDocNo(docNo)).toBe(true);
    expect(normaliseDocNo(docNo)).toBe(docNo);
  });

  test.each([
    ...vectors.docNo.invalid,
    '青府发(2021)5号',
    '青府发〔21〕5号',
    '青府发〔2021〕0号',
    '青府发〔2021〕5',
    '〔2021〕5号',
    '青府发 〔2021〕5号',
    '国令第0711号',
    'HFGS—2017—9',
    '',
  ])('“%s” is not', (docNo) => {
    expect(isValidDocNo(docNo)).toBe(false);
  });

  test.each([
    ['青府发[2021]05号', '青府发〔2021〕5号'],
    ['青府发[2021]5号', '青府发〔2021〕5号'],
    ['青府发(2021)5号', '青府发〔2021〕5号'],
    ['青府发（2021）5号', '青府发〔2021〕5号'],
    ['青府发【2021】5号', '青府发〔2021〕5号'],
    ['青府发［２０２１］５号', '青府发〔2021〕5号'],
    ['青府发〔2021〕第5号', '青府发〔2021〕5号'],
    ['青府发〔2021〕第005号', '青府发〔2021〕5号'],
    ['  青府发 〔 2021 〕 10 号 ', '青府发〔2021〕10号'],
    ['青府发〔2021〕5', '青府发〔2021〕5号'],
    ['青府发〔2021〕１５号', '青府发〔2021〕15号'],
    ['国令第 0711 号', '国令第711号'],
  ])('“%s” is offered as %s', (input, expected) => {
    expect(normaliseDocNo(input)).toBe(expected);
    expect(isValidDocNo(normaliseDocNo(input))).toBe(true);
  });

  test.each(['HFGS—2017—9', '见附件', '青府发〔2021〕零号', '责令3'])(
    '“%s” is not recognised and not changed',
    (input) => {
      expect(normaliseDocNo(` ${input} `)).toBe(input);
    },
  );

  test('normalising twice changes nothing more', () => {
    for (const input of [...proper, '青府发[2021]05号', '国令第 0711 号', '见附件']) {
      expect(normaliseDocNo(normaliseDocNo(input))).toBe(normaliseDocNo(input));
    }
  });
});
