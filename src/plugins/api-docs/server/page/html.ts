const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);
