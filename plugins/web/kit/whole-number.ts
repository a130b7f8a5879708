/** The whole number that a typed text means inside the limits, or null. */
export function parseWholeNumber(text: string, min: number, max: number): number | null {
  if (!/^[+-]?\d{1,9}$/.test(text.trim())) return null;
  const value = Number(text.trim());
  return value >= min && value <= max ? value : null;
}
