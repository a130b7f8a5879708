/** What an upload accepts. `extensions` in lower case with the dot; the first is shown first. */
export interface FileRules {
  readonly extensions: readonly string[];
  readonly maxBytes: number;
}

export type FileFault = 'empty' | 'too_large' | 'wrong_kind';

/** Looks at name and size before anything is sent. The server looks at the content. */
export function fileFault(
  file: { readonly name: string; readonly size: number },
  rules: FileRules,
): FileFault | null {
  const name = file.name.toLowerCase();
  if (!rules.extensions.some((extension) => name.endsWith(extension))) return 'wrong_kind';
  if (file.size === 0) return 'empty';
  return file.size > rules.maxBytes ? 'too_large' : null;
}

/** A number of bytes for people, with one decimal below ten: `1.4 MB`. 1 MB = 1024 × 1024 bytes. */
export function fileSizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const rounded = unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${rounded} ${units[unit]}`;
}

/** Kinds for people: `PDF、DOCX` or `PDF, DOCX`. */
export function fileKindsText(rules: FileRules, locale: string): string {
  return rules.extensions
    .map((extension) => extension.slice(1).toUpperCase())
    .join(locale.startsWith('zh') ? '、' : ', ');
}
