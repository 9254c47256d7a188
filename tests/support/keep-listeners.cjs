/**
 * `strapi.destroy()` removes every listener of the process, also those by which a jest worker talks to jest: the
 * worker would end with status 0 in the middle of the run. Only Strapi's own signal handlers go.
 */
const native = globalThis.nativeRequire?.('node:process') ?? process;

if (!native.keepsListeners) {
  const removeAll = native.removeAllListeners.bind(native);
  native.keepsListeners = true;
  native.removeAllListeners = (...events) => {
    for (const event of events.length > 0 ? events : ['SIGINT', 'SIGTERM']) removeAll(event);
    return native;
  };
}
