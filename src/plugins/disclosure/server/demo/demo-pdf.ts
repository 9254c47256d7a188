import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** One page that says that it is a demo; PDF's own fonts have no Chinese. */
function demoPdf(): Buffer {
  const content = 'BT /F1 24 Tf 72 720 Td (DEMO) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = pdf.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

type Upload = { upload: (request: unknown) => Promise<{ id: number }[]> };

/** Puts a PDF of the demo into the media library. @returns its number */
export async function addDemoPdf(strapi: Core.Strapi, name: string): Promise<number> {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'demo-pdf-'));
  const filepath = path.join(folder, 'demo.pdf');
  try {
    const bytes = demoPdf();
    await fs.promises.writeFile(filepath, bytes);
    const files = { filepath, originalFilename: name, mimetype: 'application/pdf', size: bytes.length };
    const service = strapi.plugin('upload').service('upload') as Upload;
    const [file] = await service.upload({ data: { fileInfo: { name } }, files });
    if (!file) throw new Error(`演示数据：附件 ${name} 没有保存`);
    return file.id;
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}
