import { shanghaiDateOf } from '../../disclosure/server/rules/dates';
import { CLASSES, type Item } from './items';
import type { ItemPlan, Responsible } from './project';

export type ChainState = 'published' | 'late' | 'missing' | 'not-applicable';

/** A live publication of the project, as the chain needs it. */
export type ChainPublication = {
  documentId: string;
  item: string;
  title: string;
  owner: string;
  ownerName: string;
  url: string;
  firstPublishedAt: Date;
  publishedAt: string;
  dueOn: string | null;
};

export type ChainInput = {
  responsible: Responsible;
  itemPlan: ItemPlan;
  publications: readonly ChainPublication[];
  nameOf: (department: string) => string;
  /** last day for an item of which only the day of its formation is known */
  dueOnOf: (item: Item, formedOn: string) => string | null;
  today: string;
};

const isLate = ({ firstPublishedAt, dueOn }: ChainPublication): boolean =>
  dueOn !== null && shanghaiDateOf(firstPublishedAt) > dueOn;

/**
 * The 8 classes of a project in order, each item with who is responsible, until when, and how it
 * stands; and how many of the expected are there. Pure.
 */
export function buildChain(input: ChainInput) {
  const classes = CLASSES.map(({ code, slug, name, items }) => {
    const departments = (input.responsible[slug] ?? []).map((department) => ({
      code: department,
      name: input.nameOf(department),
    }));
    const chained = items.map((item) => ({ ...describeItem(item, input), departments }));
    return { code, slug, name, departments, ...count(chained), items: chained };
  });
  const total = (key: 'expected' | 'published' | 'late' | 'missing') =>
    classes.reduce((sum, entry) => sum + entry[key], 0);
  return {
    expected: total('expected'),
    published: total('published'),
    late: total('late'),
    missing: total('missing'),
    classes,
  };
}

function describeItem(item: Item, { publications, itemPlan, dueOnOf, today }: ChainInput) {
  const own = publications.filter((publication) => publication.item === item.code);
  const plan = itemPlan[item.code];
  const reason = plan && 'notApplicable' in plan ? plan.notApplicable : null;
  const known = own.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn !== null);
  const planned = plan && 'formedOn' in plan ? dueOnOf(item, plan.formedOn) : null;
  const dueOn = known.sort()[0] ?? planned;
  const state = stateOf(own, reason);
  return {
    code: item.code,
    name: item.name,
    catalogueItem: item.row,
    toBeConfirmed: item.toBeConfirmed,
    state,
    reason: state === 'not-applicable' ? reason : null,
    dueOn,
    overdue: state === 'missing' && dueOn !== null && dueOn < today,
    publications: own.map(({ firstPublishedAt, item: _item, ...publication }) => ({
      ...publication,
      late: isLate({ ...publication, item: item.code, firstPublishedAt }),
    })),
  };
}

function stateOf(publications: readonly ChainPublication[], reason: string | null): ChainState {
  if (publications.some(isLate)) return 'late';
  if (publications.length > 0) return 'published';
  return reason === null ? 'missing' : 'not-applicable';
}

/** `published` counts what is there, in time or late. */
function count(items: readonly { state: ChainState }[]) {
  const of = (state: ChainState) => items.filter((item) => item.state === state).length;
  return {
    expected: items.length - of('not-applicable'),
    published: of('published') + of('late'),
    late: of('late'),
    missing: of('missing'),
  };
}
