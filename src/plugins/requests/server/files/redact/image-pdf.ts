/** A page that is a picture: JPEG, its size in pixels, and in points (1/72 inch). */
export type PicturePage = { jpeg: Buffer; pixels: [number, number]; points: [number, number] };

/**
 * A PDF of pictures, and of nothing else: no text, no fonts, no properties, nothing of the file that they were drawn from.
 * By hand, for pdfmake has one size for all pages and writes properties.
 */
export function picturePdf(pages: readonly PicturePage[]): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (...parts: (Buffer | string)[]) => {
    for (const part of parts) {
      const bytes = Buffer.from(part as string, 'latin1');
      chunks.push(bytes);
      length += bytes.length;
    }
  };
  const object = (no: number, ...parts: (Buffer | string)[]) => {
    offsets[no] = length;
    write(`${no} 0 obj\n`, ...parts, '\nendobj\n');
  };
  const stream = (dictionary: string, content: Buffer): (Buffer | string)[] => [
    `<<${dictionary}/Length ${content.length}>>\nstream\n`,
    content,
    '\nendstream',
  ];
  // three objects a page behind the catalogue and the list of pages
  const first = (index: number) => 3 + index * 3;
  write('%PDF-1.4\n');
  object(1, '<</Type/Catalog/Pages 2 0 R>>');
  const kids = pages.map((_page, index) => `${first(index)} 0 R`).join(' ');
  object(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  for (const [index, { jpeg, pixels, points }] of pages.entries()) {
    const no = first(index);
    const [width, height] = points.map((value) => value.toFixed(2));
    object(
      no,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${no + 1} 0 R/Resources<</XObject<</P ${no + 2} 0 R>>>>>>`,
    );
    object(no + 1, ...stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`)));
    const picture = `/Type/XObject/Subtype/Image/Width ${pixels[0]}/Height ${pixels[1]}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`;
    object(no + 2, ...stream(picture, jpeg));
  }
  const table = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`xref\n0 ${rows.length + 1}\n0000000000 65535 f \n`, ...rows);
  write(`trailer\n<</Size ${rows.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(chunks);
}
