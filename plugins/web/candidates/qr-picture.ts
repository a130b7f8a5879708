import { qrPath } from '../kit/qr-path.ts';

const modulePixels = 12;

/** Draws a QR code as a PNG of about 500 pixels, sharp at every size that a chat app makes of it. */
export function qrPicture(text: string): Promise<Blob> {
  const { size, path } = qrPath(text);
  const canvas = document.createElement('canvas');
  canvas.width = size * modulePixels;
  canvas.height = size * modulePixels;
  const brush = canvas.getContext('2d');
  if (!brush) return Promise.reject(new Error('this browser draws no pictures'));
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.scale(modulePixels, modulePixels);
  brush.fillStyle = '#000';
  brush.fill(new Path2D(path));
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))),
      'image/png',
    ),
  );
}

/** Saves a blob under a name, as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Copies a text. On plain `http://` there is no clipboard, so the old way with a selected field is the fallback.
 * Answers whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused or absent: the field below still works there.
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'j-sr';
  const host = document.querySelector('dialog[open]') ?? document.body;
  host.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
