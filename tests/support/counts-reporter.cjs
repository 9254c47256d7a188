const fs = require('node:fs');

/** Prints, as the very last line, the counts in a form that every reader of test output understands. */
module.exports = class CountsReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
    // jest's own summary comes after all other reporters.
    process.once('exit', () => fs.writeSync(1, line));
  }
};
