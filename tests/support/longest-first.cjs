const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** The suites that take longest, longest first, as a full run on two workers showed them. */
const LONGEST = [
  'integration/requests-secrecy',
  'setup/embedded-database',
  'integration/panel-secrecy',
  'e2e/versions',
  'e2e/actions',
  'integration/write-matrix',
  'integration/import-interrupted',
  'integration/requests-matrix',
  'e2e/panel',
  'integration/regulations-command',
  'e2e/requests',
  'integration/consumers',
  'e2e/accessibility',
  'integration/accounts-passwords',
  'integration/atomicity',
  'setup/external-database',
  'integration/wechat',
  'e2e/newcomer',
  'integration/official-copies',
  'integration/exchange',
].map((name) => path.join(__dirname, '..', `${name}.test.ts`));

/**
 * Begins with the long suites also in a fresh clone: jest knows how long each took only after a first run, and goes by
 * the size of the files until then. A long suite that begins last has one worker wait for the other.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration)) return sorted;
    const rank = ({ path: file }) => {
      const place = LONGEST.indexOf(file);
      return place < 0 ? LONGEST.length : place;
    };
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
};
