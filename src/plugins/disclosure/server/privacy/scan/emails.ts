import type { Found } from './numbers-in-text';

const LOCAL = /[A-Za-z0-9._%+-]{1,64}$/;
const DOMAIN = /^(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/;

/** E-mail addresses: looks around each @, never further than an address can reach. */
export function findEmails(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(at - 64, 0), at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, at + 256))?.[0];
    if (!local || !domain) continue;
    const start = at - local.length;
    found.push({ kind: 'email', start, end: at + 1 + domain.length, value: `${local}@${domain}` });
  }
  return found;
}
