import { CLASSES } from './items';
import { itemPlanSchema, project, responsibleSchema } from './project';
import { record } from './record';

const everyClass = Object.fromEntries(CLASSES.map(({ slug }) => [slug, ['development-reform']]));

describe('a project', () => {
  test('cannot be submitted before each of the 8 classes has a responsible department', () => {
    const { construction: _missing, ...seven } = everyClass;
    expect(project.validate?.({ responsible: everyClass })).toEqual([]);
    expect(project.validate?.({ responsible: seven })).toEqual([
      { field: 'responsible', message: '请为下列信息确定责任部门：施工有关信息' },
    ]);
    expect(project.validate?.({})?.[0]?.message).toContain('批准服务信息、批准结果信息');
  });

  test.each([
    [{ construction: ['a'] }, true],
    [{ demolition: ['a'] }, false],
    [{ construction: 'a' }, false],
  ])('names departments by class: %o', (value, valid) => {
    expect(responsibleSchema.safeParse(value).success).toBe(valid);
  });

  test.each([
    [{ 'MP3-01': { notApplicable: '采用资格后审' } }, true],
    [{ 'MP3-01': { formedOn: '2026-11-02' } }, true],
    [{ 'MP3-01': { notApplicable: '' } }, false],
    [{ 'MP3-01': { formedOn: '2026-02-30' } }, false],
    [{ 'MP3-01': { notApplicable: '理由', formedOn: '2026-11-02' } }, false],
    [{ 'MP9-01': { notApplicable: '理由' } }, false],
  ])('says of an item that it does not apply, with a reason, or when it was formed: %o', (value, valid) => {
    expect(itemPlanSchema.safeParse(value).success).toBe(valid);
  });
});

describe('a record of a project', () => {
  const scope = (values: object) => record.scopeOf(values as Record<string, unknown>);

  test('is the matter of those responsible for the class in that very project', () => {
    expect(scope({ project: 'p1', informationClass: 'construction' })).toBe(
      'major-construction-projects/p1/construction',
    );
    expect(scope({ project: 'p1' })).toBeNull();
    expect(scope({ informationClass: 'construction' })).toBeNull();
  });

  test('cannot carry what belongs to another class', () => {
    expect(record.validate?.({ informationClass: 'construction', designUnit: '某院' })).toEqual([]);
    expect(record.validate?.({ informationClass: 'construction', winningBidder: '某公司' })).toEqual([
      { field: 'winningBidder', message: '“中标人”不属于该类信息，请清空' },
    ]);
  });

  test('shows a field for exactly the items whose class has it', () => {
    const shown = record.fields.contactPhone?.showWhen as { in: [unknown, string[]] };
    expect(shown.in[1]).toEqual(expect.arrayContaining(['MP1-01', 'MP7-02']));
    expect(shown.in[1]).not.toContain('MP6-02');
  });

  test('has the time limits of its class', () => {
    const rules = record.timeLimitRulesOf?.({ informationClass: 'approval-result' });
    expect(rules).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'working_days', days: 7, from: 'decision' })]),
    );
  });
});
