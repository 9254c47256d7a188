/**
 * `strapi.destroy()` removes every listener of the process, also those by which a jest worker talks to jest: the
 * worker would end with status 0 in the middle of the run. Only Strapi's own signal handlers go.
 */
if (globalThis.nativeRequire) {
  // Once more outside the test's own realm, where the real process is.
  globalThis.nativeRequire(__filename);
} else {
  const removeAll = process.removeAllListeners.bind(process);
  process.removeAllListeners = (...events) => {
    for (const event of events.length > 0 ? events : ['SIGINT', 'SIGTERM']) removeAll(event);
    return process;
  };
}
