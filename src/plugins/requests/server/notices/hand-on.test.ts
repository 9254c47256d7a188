import { handedOn } from './hand-on';

test.each([
  ['submit', 'reviewing', 'request-review'],
  ['notOurs', 'reviewing', 'request-review'],
  ['return', 'handling', 'request-answer'],
  ['legalReview', 'handling', 'request-answer'],
  ['secrecyReview', 'handling', 'request-answer'],
  ['approve', 'approved', 'request-answer'],
] as const)('%s that leads to %s is told as %s', (verb, state, kind) => {
  expect(handedOn(verb, state)?.kind).toBe(kind);
});

test.each([
  // what comes in over the network has the same verb, and is to be registered
  ['submit', 'submitted'],
  ['legalReview', 'reviewing'],
  ['saveAnswer', 'handling'],
  ['send', 'sent'],
] as const)('%s that leads to %s hands nothing on', (verb, state) => {
  expect(handedOn(verb, state)).toBeNull();
});
