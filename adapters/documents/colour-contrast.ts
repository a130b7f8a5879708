/** Red, green, blue 0..255 of `#rrggbb` or `rrggbb`; black when it is neither. */
export function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.replace('#', '').slice(0, 6), 16);
  return Number.isNaN(value) ? [0, 0, 0] : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio 1..21 by WCAG 2.1, section 1.4.3. */
export function contrast(a: string, b: string): number {
  const [first, second] = [luminance(a), luminance(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Contrast below which text melts into its background. */
export const leastContrast = 1.2;

/** Characters smaller than this (points) cannot be read on paper or screen. */
export const leastSize = 2.2;
