import { computeDueDate, type DueDateInput, type TimeLimitRule } from './due-date';
import { createCalendar } from './working-days';

const calendar = createCalendar([]);
const due = (input: Omit<DueDateInput, 'calendar'>) => computeDueDate({ ...input, calendar });
const GENERAL = '《政府信息公开条例》第二十六条';

/** The rule of most rows of D01. */
const D01: TimeLimitRule[] = [
  { kind: 'working_days', days: 20, from: 'formation' },
  { kind: 'working_days', days: 7, from: 'decision', applies_to: ['行政许可', '行政处罚'] },
];

describe('due date from rules with figures', () => {
  test('information is due 20 working days after its formation (条例第二十六条)', () => {
    const result = due({ rules: D01, events: { formation: '2026-06-10' } });
    expect(result).toMatchObject({ dueOn: '2026-07-09', provisional: false });
    expect(result.steps[0]).toMatchObject({
      article: GENERAL,
      from: 'formation',
      startOn: '2026-06-10',
      dueOn: '2026-07-09',
      chosen: true,
      daysOff: ['端午节 2026年6月19日至21日（3天）', '周末 6天'],
    });
  });

  test('a licence is due 7 working days after the decision, 调休 days counted (国办发〔2018〕118号)', () => {
    const events = { formation: '2026-09-18', decision: '2026-09-18' };
    const result = due({ rules: D01, events, appliesTo: '行政许可' });
    expect(result.dueOn).toBe('2026-09-29');
    expect(result.steps.map((step) => step.chosen)).toEqual([false, true]);
    expect(result.steps[1]?.daysOff).toEqual([
      '中秋节 2026年9月25日至27日（3天）',
      '周末 1天',
      '2026年9月20日调休上班（计入）',
    ]);
    expect(result.steps[1]?.article).toBe('国办发〔2018〕118号');
  });

  test('of several limits the earliest day decides, whichever rule it comes from', () => {
    const lateDecision = due({
      rules: D01,
      events: { formation: '2026-03-02', decision: '2026-05-06' },
      appliesTo: '行政处罚',
    });
    expect(lateDecision.dueOn).toBe('2026-03-30');
    expect(lateDecision.steps.map((step) => [step.dueOn, step.chosen])).toEqual([
      ['2026-03-30', true],
      ['2026-05-14', false],
    ]);
  });

  test('a limit for licences and penalties does not touch other information, and the explanation says so', () => {
    const events = { formation: '2026-09-18', decision: '2026-09-18' };
    for (const appliesTo of [undefined, null, '', '行政确认']) {
      const result = due({ rules: D01, events, appliesTo });
      expect(result.dueOn).toBe('2026-10-22');
      expect(result.steps[1]).toMatchObject({ dueOn: null, chosen: false });
      expect(result.steps[1]?.rule).toContain('没有标明属于“行政许可、行政处罚”');
    }
  });

  test.each([
    [{ kind: 'working_days', days: 10, from: 'made_or_obtained' }, { formation: '2026-11-02' }, '2026-11-16'],
    [
      { kind: 'working_days', days: 20, from: 'obtained_formation_or_change' },
      { formation: '2026-11-02' },
      '2026-11-30',
    ],
    [
      { kind: 'working_days', days: 20, from: 'formation_or_change' },
      { formation: '2026-01-05', formation_or_change: '2026-11-02' },
      '2026-11-30',
    ],
    [
      { kind: 'calendar_days', days: 20, from: 'people_congress_approval' },
      { formation: '2026-01-05', people_congress_approval: '2026-02-11' },
      '2026-03-03',
    ],
    [
      { kind: 'working_days', days: 2, from: 'contract_signing' },
      { formation: '2026-09-29', contract_signing: '2026-09-30' },
      '2026-10-09',
    ],
    [
      { kind: 'calendar_days', days: 45, from: 'acquisition_notice' },
      { acquisition_notice: '2026-11-02' },
      '2026-12-17',
    ],
    [
      { kind: 'before_event', days: 7, event: 'hearing', unit: 'working' },
      { hearing: '2026-10-13' },
      '2026-09-28',
    ],
    [
      { kind: 'before_event', days: 15, event: 'bid_deadline', unit: 'calendar' },
      { bid_deadline: '2026-12-01' },
      '2026-11-16',
    ],
    [{ kind: 'before_event', event: 'procurement' }, { procurement: '2026-11-16' }, '2026-11-15'],
    [{ kind: 'at_event', event: 'acquisition_start' }, { acquisition_start: '2026-11-16' }, '2026-11-16'],
    [{ kind: 'with_event', event: 'award_notice' }, { award_notice: '2026-11-16' }, '2026-11-16'],
  ] as [TimeLimitRule, Record<string, string>, string][])(
    '%j with %j is due on %s',
    (rule, events, expected) => {
      const result = due({ rules: [rule], events: { formation: '2026-10-08', ...events } });
      expect(result.dueOn).toBe(expected);
      expect(result.steps).toHaveLength(1);
      expect(result.steps[0]?.chosen).toBe(true);
    },
  );

  test.each([
    ['calendar_days', 20, 'finance_dept_reply', '《预算法》第十四条'],
    ['working_days', 2, 'award_decision', '《政府采购法实施条例》第四十三条'],
    ['working_days', 20, 'application_received', '《政府信息公开条例》第三十三条'],
    ['working_days', 5, 'deal', null],
  ] as const)('%s %i from %s rests on %s', (kind, days, from, article) => {
    const result = due({ rules: [{ kind, days, from }], events: { [from]: '2026-11-02' } });
    expect(result.steps[0]?.article).toBe(article);
  });

  test.each([
    ['行政处罚', '处罚决定'],
    ['行政处罚', '行政处罚决定'],
    ['行政处罚', '依法公示的行政处罚'],
    ['过程信息', '政策文件、办事指南、过程信息'],
    ['结果信息', '结果信息'],
  ])('information marked %s falls under a rule for %s', (appliesTo, applies_to) => {
    const rules: TimeLimitRule[] = [{ kind: 'working_days', days: 5, from: 'decision', applies_to }];
    const events = { formation: '2026-11-02', decision: '2026-11-02' };
    expect(due({ rules, events, appliesTo }).dueOn).toBe('2026-11-09');
  });

  test('a rule for everything but penalties does not catch a penalty', () => {
    const rules: TimeLimitRule[] = [
      { kind: 'long_term', applies_to: '除处罚决定外其他内容' },
      { kind: 'working_days', days: 20, from: 'decision', applies_to: '处罚决定' },
    ];
    const events = { formation: '2026-11-02', decision: '2026-11-03' };
    expect(due({ rules, events, appliesTo: '行政处罚' })).toMatchObject({ dueOn: '2026-12-01' });
    expect(due({ rules, events }).dueOn).toBe('2026-11-30');
  });
});

describe('due date where the catalogue gives no figure', () => {
  test.each([
    [{ kind: 'realtime' }, '实时公开'],
    [{ kind: 'promptly' }, '及时公开'],
    [{ kind: 'immediate' }, '第一时间公开'],
    [{ kind: 'long_term' }, '长期公开'],
    [{ kind: 'annual' }, '每年公开一次'],
    [{ kind: 'periodic', every: 20, unit: 'working_days' }, '每20个工作日更新一次'],
    [{ kind: 'periodic', every: 1, unit: 'quarter' }, '每1个季度更新一次'],
    [{ kind: 'periodic', every: 6, unit: 'months' }, '每6个月更新一次'],
    [{ kind: 'min_publicity_period', days: 30, unit: 'calendar' }, '公示期不少于30日'],
    [{ kind: 'min_publicity_period', days: 5, unit: 'working' }, '公示期不少于5个工作日'],
    [{ kind: 'before_event', days: 7, unit: 'working', event: 'hearing' }, '在听证举行至少7个工作日前公开'],
    [{ kind: 'at_event', event: 'acquisition_start', channel: '村公示栏' }, '（在村公示栏）'],
    [{ kind: 'with_event', event: 'procurement_notice' }, '随采购公告发布同时公开'],
    [{ kind: 'working_days', days: 7, from: 'decision' }, '尚未填写“作出行政决定”的日期'],
  ] as [TimeLimitRule, string][])(
    '%j explains itself and the general limit is the latest day',
    (rule, text) => {
      const result = due({ rules: [rule], events: { formation: '2026-11-02' } });
      expect(result.dueOn).toBe('2026-11-30');
      expect(result.steps).toHaveLength(2);
      expect(result.steps[0]).toMatchObject({
        rule: expect.stringContaining(text),
        dueOn: null,
        chosen: false,
      });
      expect(result.steps[1]).toMatchObject({ article: GENERAL, dueOn: '2026-11-30', chosen: true });
    },
  );

  test('a row without any rule follows the general limit (条例第二十六条)', () => {
    expect(due({ rules: [], events: { formation: '2026-11-02' } })).toMatchObject({
      dueOn: '2026-11-30',
      steps: [{ article: GENERAL, from: 'formation_or_change', startOn: '2026-11-02', chosen: true }],
    });
  });

  test('the general limit does not shorten a figure that other rules set (条例第二十六条“另有规定的，从其规定”)', () => {
    const rules: TimeLimitRule[] = [
      { kind: 'promptly' },
      { kind: 'working_days', days: 20, from: 'approval' },
    ];
    const result = due({ rules, events: { formation: '2026-10-08', approval: '2026-11-02' } });
    expect(result.dueOn).toBe('2026-11-30');
    expect(result.steps).toHaveLength(2);
  });

  test.each([[D01], [[]], [[{ kind: 'realtime' }]]] as [TimeLimitRule[]][])(
    'without a formation date there is no due date but the advice what to enter: %j',
    (rules) => {
      for (const events of [{}, { decision: '2026-11-02' }]) {
        const result = due({ rules, events, appliesTo: '行政许可' });
        expect(result).toMatchObject({ dueOn: null, provisional: false });
        expect(result.steps.at(-1)?.rule).toContain('请填写');
        expect(result.steps.some((step) => step.chosen)).toBe(false);
      }
    },
  );

  test('a rule that only needs the decision does not wait for the formation date', () => {
    const rules: TimeLimitRule[] = [{ kind: 'working_days', days: 7, from: 'decision' }];
    expect(due({ rules, events: { decision: '2026-11-02' } }).dueOn).toBe('2026-11-11');
  });

  test('an impossible date is refused in Chinese', () => {
    expect(() => due({ rules: D01, events: { formation: '2026-02-30' } })).toThrow('不是有效的日期');
  });
});

describe('due date in a year without published holidays', () => {
  test('is provisional and says so', () => {
    const result = due({ rules: D01, events: { formation: '2026-12-18' } });
    expect(result).toMatchObject({ dueOn: '2027-01-15', provisional: true });
    expect(result.steps.at(-1)?.rule).toContain('2027年放假安排尚未公布，暂按周末推算');
  });

  test('is not provisional when the deciding limit ends before', () => {
    const events = { formation: '2026-12-18', decision: '2026-12-18' };
    expect(due({ rules: D01, events, appliesTo: '行政许可' })).toMatchObject({
      dueOn: '2026-12-29',
      provisional: false,
    });
  });

  test('is not provisional when only calendar days are counted', () => {
    const rules: TimeLimitRule[] = [{ kind: 'calendar_days', days: 20, from: 'finance_dept_reply' }];
    const result = due({ rules, events: { finance_dept_reply: '2026-12-30' } });
    expect(result).toMatchObject({ dueOn: '2027-01-19', provisional: false });
  });

  test('starts to be provisional with the first day that is counted in it', () => {
    const rule: TimeLimitRule = { kind: 'working_days', days: 1, from: 'formation' };
    expect(due({ rules: [rule], events: { formation: '2026-12-30' } })).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(due({ rules: [rule], events: { formation: '2026-12-31' } }).provisional).toBe(true);
  });

  test('an override moves the day, but does not make it final', () => {
    const corrected = createCalendar([{ date: '2027-01-01', kind: 'dayoff', name: '元旦' }]);
    const result = computeDueDate({ rules: D01, events: { formation: '2026-12-18' }, calendar: corrected });
    expect(result).toMatchObject({ dueOn: '2027-01-18', provisional: true });
    expect(result.steps[0]?.daysOff).toEqual(['元旦 2027年1月1日（1天）', '周末 10天']);
  });

  test('years before the records are told apart from years to come', () => {
    const result = due({ rules: D01, events: { formation: '2003-06-02' } });
    expect(result.provisional).toBe(true);
    expect(result.steps.at(-1)?.rule).toContain('系统没有收录2003年的放假安排');
  });
});

test('due dates are never before the start, and never earlier for later information', () => {
  let previous = '';
  for (let day = Date.UTC(2025, 10, 1); day < Date.UTC(2027, 1, 1); day += 86_400_000) {
    const formation = new Date(day).toISOString().slice(0, 10);
    const { dueOn } = due({ rules: D01, events: { formation, decision: formation }, appliesTo: '行政许可' });
    expect(dueOn && dueOn > formation && dueOn >= previous).toBe(true);
    previous = dueOn ?? '';
  }
});
