/** The answers of a mail server to an address that it does not know. */
const UNKNOWN_ADDRESS = new Set(['550', '551', '553']);

/** What a mail server has answered, or what kept it from answering; never the address, which an error may name. */
export function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? 'unknown');
}

/** Trying again would not help: nobody has this address. */
export const isAddressUnknown = (error: unknown): boolean => UNKNOWN_ADDRESS.has(codeOf(error));
