import { figuresSchema } from '../../type/report-type';
import { filledFrom, toFigures } from './figure-values';

const FIGURES = { licences: 3, penalties: 0, coercions: null, charges: 1.5, carriedForward: null };

test('what the form shows is what it sends', () => {
  expect(toFigures(filledFrom(FIGURES), true)).toEqual(FIGURES);
  const entered = { ...FIGURES, carriedForward: { person: 2, business: 0 } };
  expect(toFigures(filledFrom(entered), true).carriedForward).toMatchObject({
    person: 2,
    business: 0,
    research: 0,
  });
});

test('a zero is entered, an empty field is not', () => {
  expect(toFigures({ licences: '0', penalties: ' ' }, true)).toMatchObject({ licences: 0, penalties: null });
  expect(toFigures({ 'before.person': '0' }, true).carriedForward).toMatchObject({ person: 0 });
  expect(toFigures({}, true).carriedForward).toBeNull();
});

test('the server takes what the form sends, and refuses parts of a case', () => {
  expect(figuresSchema.safeParse(toFigures({ licences: '3', charges: '1.25' }, true)).success).toBe(true);
  expect(figuresSchema.safeParse(toFigures({ licences: '3.5' }, true)).success).toBe(false);
  expect(figuresSchema.safeParse(toFigures({ penalties: '-1' }, true)).success).toBe(false);
});
