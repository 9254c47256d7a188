import { OUTCOMES, outcomeOf } from '../../shared/outcomes';
import { remediesOf } from './remedies';

const organs = { reconsideration: '青云区人民政府', court: '青云区人民法院' };

test('the list is closed: the 23 lines of the annual report, each with a code of its own', () => {
  expect(new Set(OUTCOMES.map(({ code }) => code)).size).toBe(OUTCOMES.length);
  const leaves = OUTCOMES.filter(({ code }) => code.includes('.'));
  expect([leaves.length, OUTCOMES.length]).toEqual([19, 21]);
  expect(outcomeOf('denied')).toBeUndefined();
});

test.each(OUTCOMES.map((outcome) => [outcome.code, outcome] as const))(
  'reconsideration comes first for %s exactly where articles 14 to 16 are the ground',
  (_code, outcome) => {
    expect(outcome.reconsiderationFirst).toBe(/第十[四五六]条/.test(outcome.basis ?? ''));
    const text = remediesOf(outcome, organs);
    expect(text.includes('应当自收到')).toBe(outcome.reconsiderationFirst);
    expect(text).toContain('60日内向青云区人民政府');
  },
);

test('whatever is not granted whole gives reasons', () => {
  for (const { code, needsReason } of OUTCOMES)
    expect([code, needsReason]).toEqual([code, code !== 'granted']);
});
