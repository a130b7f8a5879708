import type { Drawing } from './drawing.ts';
import type { Matrix } from './geometry.ts';
import { type FontFacts, unknownFont } from './graphics-state.ts';
import { PageInterpreter } from './interpret-page.ts';
import type { OpenPdf, PdfPage } from './open-pdf.ts';

interface PdfJsFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly systemFontInfo?: { readonly style?: { readonly weight?: string } } | null;
}

/** The drawing of one page in points with the origin at the top left, page rotation undone. */
export async function drawPage(pdf: OpenPdf, page: PdfPage): Promise<Drawing> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const layers = await pdf.document.getOptionalContentConfig();
  const fonts = new Map<string, FontFacts>();
  const interpreter = new PageInterpreter({
    codes: pdf.codes,
    pageMatrix: viewport.transform as unknown as Matrix,
    width: viewport.width,
    height: viewport.height,
    font: (name) => {
      const known = fonts.get(name) ?? fontFacts(page, name);
      fonts.set(name, known);
      return known;
    },
    layerShows: (group) => {
      try {
        return layers.isVisible(group as never);
      } catch {
        // A malformed layer entry says nothing about visibility; viewers show such content.
        return true;
      }
    },
  });
  return interpreter.run(list.fnArray, list.argsArray);
}

function fontFacts(page: PdfPage, name: string): FontFacts {
  if (!page.commonObjs.has(name)) return unknownFont;
  const font = page.commonObjs.get(name) as PdfJsFont | null;
  if (!font) return unknownFont;
  const scale = Number(font.fontMatrix?.[0] ?? 0.001);
  return {
    widthScale: scale > 0 ? scale : 0.001,
    vertical: font.vertical === true,
    bold:
      font.bold === true || font.black === true || /bold|black|heavy|semibold|medium$/i.test(font.name ?? ''),
  };
}
