/**
 * What is kept sealed by: `aes`, or `sm` where a 密码应用安全性评估 asks for the national algorithms (GB/T 32907 SM4,
 * GB/T 32905 SM3). Each sealed value names its profile, so that values sealed before a switch stay readable.
 */
export const PROFILES = ['aes', 'sm'] as const;
export type Profile = (typeof PROFILES)[number];

export const isProfile = (name: string): name is Profile => PROFILES.some((profile) => profile === name);

/** The profile that new values are sealed by; the start has checked the name (cli/start/settings.ts). */
export function currentProfile(): Profile {
  const name = process.env.ENCRYPTION_PROFILE?.trim() ?? '';
  return isProfile(name) ? name : 'aes';
}
