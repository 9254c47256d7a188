import { addDays } from '../../../src/plugins/disclosure/server/rules/dates';
import { computeDueDate, type TimeLimitRule } from '../../../src/plugins/disclosure/server/rules/due-date';
import { createCalendar } from '../../../src/plugins/disclosure/server/rules/working-days';
import { isValidDocNo } from '../../../src/plugins/disclosure/shared/document-number';
import items from '../../../src/plugins/domains/major-construction-projects/items.json';
import departments from '../departments.json';
import demo from './major-construction-projects.json';

type DemoRecord = {
  item: string;
  actor: string;
  kind: string;
  title: string;
  docNo?: string;
  formedDaysAgo: number;
  decidedDaysAgo?: number;
  abstract: string;
  body: string;
  attributes: Record<string, string | number>;
};
type DemoProject = {
  key: string;
  actor: string;
  data: {
    title: string;
    projectCode: string;
    legalPerson: string;
    investment: number;
    scope: string;
    stage: string;
    location: string;
    plannedStartDaysAgo: number;
    plannedEndDaysAgo: number;
    responsible: Record<string, string[]>;
    notApplicable: { item: string; reason: string }[];
    formed: { item: string; formedDaysAgo: number }[];
  };
  records: DemoRecord[];
};

const projects = demo.projects as unknown as DemoProject[];
const departmentCodes = new Set(departments.departments.map(({ code }) => code));
const classes = items.classes.map(({ slug }) => slug);
const itemOf = new Map(
  items.classes.flatMap((group) =>
    group.items.map((item) => [item.code, { ...item, class: group }] as const),
  ),
);

/** What the class's form has; days-ago keys become dates when the demo is loaded. */
const ATTRIBUTES: Record<string, string[]> = {
  'approval-service': ['acceptanceOrgan', 'contactPhone'],
  'approval-result': ['approvalOrgan', 'approvalResult', 'approvedDaysAgo'],
  bidding: ['tenderer', 'tenderAgency', 'winningBidder', 'contractAmount', 'bidSection'],
  'land-acquisition': ['landLocation', 'landArea', 'compensationStandard'],
  'major-design-change': ['changeReason', 'changeContent', 'changeBasis', 'changeResult', 'approvalOrgan'],
  construction: ['designUnit', 'constructionUnit', 'supervisionUnit', 'personInCharge'],
  'quality-safety-supervision': ['supervisionOrgan', 'contactPhone', 'penaltyDecision'],
  completion: ['acceptedDaysAgo', 'acceptanceResult', 'filingNo', 'settlementAmount'],
};
const NUMBERS = new Set([
  'approvedDaysAgo',
  'contractAmount',
  'landArea',
  'acceptedDaysAgo',
  'settlementAmount',
]);

const text = (html: string): string => html.replace(/<[^>]+>/g, '');

test('the demo has three projects, each with its own key and 项目统一代码', () => {
  expect(projects).toHaveLength(3);
  expect(new Set(projects.map(({ key }) => key)).size).toBe(3);
  expect(new Set(projects.map(({ data }) => data.projectCode)).size).toBe(3);
});

describe.each(projects)('demo project $key', ({ actor, data, records }) => {
  const published = new Set(records.map(({ item }) => item));
  const excused = new Set(data.notApplicable.map(({ item }) => item));

  test('is described completely and entered by the department for development and reform', () => {
    expect(actor).toBe('development-reform');
    expect(data.projectCode).toMatch(/^20\d{2}-360104-\d{2}-\d{2}-\d{6}$/);
    expect(['preparation', 'under-construction', 'completed']).toContain(data.stage);
    expect(data.investment).toBeGreaterThan(0);
    expect(data.plannedStartDaysAgo).toBeGreaterThan(data.plannedEndDaysAgo);
    for (const value of [data.title, data.legalPerson, data.scope, data.location])
      expect(value.trim()).not.toBe('');
  });

  test('has responsible departments, all known, for each of the 8 classes', () => {
    expect(Object.keys(data.responsible)).toEqual(classes);
    for (const codes of Object.values(data.responsible)) {
      expect(codes.length).toBeGreaterThan(0);
      for (const code of codes) expect(departmentCodes).toContain(code);
    }
  });

  test('publishes in all 8 classes and leaves 6 to 12 items missing', () => {
    expect(new Set(records.map(({ item }) => itemOf.get(item)?.class.slug))).toEqual(new Set(classes));
    expect(published.size).toBe(records.length);
    const missing = [...itemOf.keys()].filter((code) => !published.has(code) && !excused.has(code));
    expect(missing.length).toBeGreaterThanOrEqual(6);
    expect(missing.length).toBeLessThanOrEqual(12);
  });

  test('says of an item that does not apply why, and publishes nothing under it', () => {
    expect(excused.size).toBe(data.notApplicable.length);
    for (const { item, reason } of data.notApplicable) {
      expect(itemOf.has(item)).toBe(true);
      expect(published.has(item)).toBe(false);
      expect(reason).toMatch(/^[^<>]{10,80}。$/);
    }
  });

  test('knows of some missing items when they were formed, so that the chain shows what is overdue', () => {
    expect(data.formed.length).toBeGreaterThanOrEqual(2);
    for (const { item, formedDaysAgo } of data.formed) {
      expect(itemOf.has(item)).toBe(true);
      expect(published.has(item) || excused.has(item)).toBe(false);
      expect(formedDaysAgo).toBeGreaterThan(0);
    }
  });

  test.each(records)(
    '$item is entered by a responsible department with the fields of its class',
    (record) => {
      const group = itemOf.get(record.item)?.class;
      expect(data.responsible[group?.slug ?? '']).toContain(record.actor);
      expect(['document', 'guide', 'roster', 'decision', 'notice']).toContain(record.kind);
      for (const [key, value] of Object.entries(record.attributes)) {
        expect(ATTRIBUTES[group?.slug ?? '']).toContain(key);
        expect(typeof value).toBe(NUMBERS.has(key) ? 'number' : 'string');
      }
    },
  );

  test.each(records)('$item reads like a document: $title', (record) => {
    expect(record.title.length).toBeLessThanOrEqual(60);
    expect(record.abstract).toMatch(/^.{10,80}。$/);
    expect(record.body.replace(/<\/?(p|h2|ul|li|table|thead|tbody|tr|th|td)>/g, '')).not.toMatch(/[<>]/);
    const characters = text(record.body).match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(characters).toBeGreaterThanOrEqual(150);
    expect(characters).toBeLessThanOrEqual(600);
    if (record.docNo !== undefined) expect(isValidDocNo(record.docNo)).toBe(true);
  });

  test.each(records)(
    '$item has the dates of a decision where the law counts from it (条例第二十六条)',
    (record) => {
      expect(Number.isInteger(record.formedDaysAgo) && record.formedDaysAgo > 0).toBe(true);
      if (itemOf.get(record.item)?.decisionType) {
        expect(record.kind).toBe('decision');
        expect(record.decidedDaysAgo).toBe(record.formedDaysAgo);
      }
      // The calendar years must not show in the texts, which are loaded on any day.
      expect(text(record.body)).not.toMatch(/20\d{2}年/);
    },
  );

  test('holds no identity number, mobile phone, e-mail or real-looking landline', () => {
    for (const value of strings({ data, records })) {
      expect(value).not.toMatch(/\d{17}[\dXx]/);
      expect(value).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
      expect(value).not.toMatch(/\S@\S/);
      for (const phone of value.match(/0\d{2,3}-?\d{7,8}/g) ?? []) expect(phone).toMatch(/^0791-8800\d{4}$/);
    }
  });

  test.each(['2026-01-05', '2026-02-24', '2026-05-06', '2026-10-09', '2026-11-23'])(
    'loaded on %s, some of it is in time and some is late',
    (loadedOn) => {
      const calendar = createCalendar([]);
      const late = records.map((record) => {
        const item = itemOf.get(record.item);
        const { dueOn } = computeDueDate({
          rules: (item?.class.timeLimitRules ?? []) as TimeLimitRule[],
          events: {
            formation: addDays(loadedOn, -record.formedDaysAgo),
            decision: record.decidedDaysAgo && addDays(loadedOn, -record.decidedDaysAgo),
          } as Record<string, string>,
          appliesTo: item?.decisionType ?? null,
          calendar,
        });
        const isLate = dueOn !== null && dueOn < loadedOn;
        if (record.formedDaysAgo <= 7) expect(isLate).toBe(false);
        if (record.formedDaysAgo >= 60) expect(isLate).toBe(true);
        return isLate;
      });
      expect(late.filter(Boolean).length).toBeGreaterThanOrEqual(5);
      expect(late.filter((isLate) => !isLate).length).toBeGreaterThanOrEqual(5);
    },
  );
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
