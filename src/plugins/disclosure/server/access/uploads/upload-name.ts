import path from 'node:path';

/**
 * The name under /uploads that a request's path means, as a file server would read it: decoded, with `//`, `.`
 * and `..` resolved. Null where it does not lead there; '' where it means no single file.
 */
export function uploadName(requested: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requested);
  } catch {
    // a file server answers what it cannot decode with an error of its own
    return null;
  }
  const resolved = path.posix.normalize(`/${decoded.replaceAll('\\', '/')}`);
  if (resolved !== '/uploads' && !resolved.startsWith('/uploads/')) return null;
  const name = resolved.slice('/uploads/'.length);
  return name.includes('/') || name.includes('\0') ? '' : name;
}
