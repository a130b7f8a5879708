import { strToU8, zipSync } from 'fflate';

/** What a hand-written page draws, in PDF operators; text in ASCII. */
export interface MadePage {
  readonly content: string;
}

/** A small, valid PDF with one Helvetica font `/F1`, one page per content stream, A4. */
export function madePdf(pages: readonly string[], extra: { readonly extGState?: string } = {}): Uint8Array {
  const objects: string[] = [];
  const pageIds = pages.map((_, i) => 4 + i * 2);
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  pages.forEach((content, i) => {
    const id = pageIds[i] ?? 0;
    const state = extra.extGState ? `/ExtGState << ${extra.extGState} >>` : '';
    objects[id] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${id + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${state} >> >>`;
    objects[id + 1] = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, id) => {
    offsets[id] = body.length;
    body += `${id} 0 obj\n${object}\nendobj\n`;
  });
  const start = body.length;
  const rows = objects.map((_, id) =>
    id === 0 ? '' : `${String(offsets[id]).padStart(10, '0')} 00000 n \n`,
  );
  body += `xref\n0 ${objects.length}\n0000000000 65535 f \n${rows.join('')}`;
  body += `trailer\n<< /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return strToU8(body, true);
}

/** One line of 11-point text at a place measured from the lower left. */
export const drawn = (text: string, x: number, y: number, size = 11): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';

/** A DOCX of the given body XML and further parts. */
export function madeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
  };
  for (const [name, xml] of Object.entries(parts))
    files[name] = strToU8(xml.replace('NAMESPACES', namespaces));
  return zipSync(files);
}

/** A paragraph of one run; `properties` goes into `w:rPr`. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A table cell; `properties` goes into `w:tcPr`. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
