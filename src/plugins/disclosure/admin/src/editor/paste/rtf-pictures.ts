const START = '{\\pict';
const TYPES = { pngblip: 'png', jpegblip: 'jpeg' } as const;

/**
 * The PNG and JPEG pictures in a rich text, as data addresses in their order. Word and WPS put the pictures
 * of a selection there, while their HTML only names files that a browser may not read.
 */
export function picturesInRtf(rtf: string): string[] {
  const pictures: string[] = [];
  for (let at = rtf.indexOf(START); at >= 0; at = rtf.indexOf(START, at + 1)) {
    const picture = readPicture(rtf, at);
    if (picture) pictures.push(picture);
  }
  return pictures;
}

function readPicture(rtf: string, start: number): string | null {
  let depth = 0;
  let own = '';
  for (let at = start; at < rtf.length; at += 1) {
    const char = rtf[at];
    if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) break;
      // what follows a group is no part of the control word before it
      own += ' ';
    } else if (depth === 1) own += char;
  }
  const [, blip] = /\\(pngblip|jpegblip)\b/.exec(own) ?? [];
  const hex = /(?:^|\s)([\da-fA-F\s]{16,})$/.exec(own)?.[1]?.replace(/\s/g, '');
  if (!blip || !hex || hex.length % 2 !== 0) return null;
  return `data:image/${TYPES[blip as keyof typeof TYPES]};base64,${base64(hex)}`;
}

function base64(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  return btoa(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''));
}
