import { OUTCOMES } from '../../../requests/shared/outcomes';
import { OUTCOME_ROWS } from './labels';

test('the third table of the report has a line for every outcome that an answer can have', () => {
  const lines = OUTCOME_ROWS.flatMap(({ leaves }) => leaves.map(({ code }) => code));
  expect(lines).toEqual(OUTCOMES.map(({ code }) => code));
  expect(lines).toHaveLength(21);
});
