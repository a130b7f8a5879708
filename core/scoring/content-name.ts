/** FNV-1a over UTF-16 units, twice with different starts: a stable 64-bit name for a content, no secret. */
export const contentName = (text: string): string => {
  const hash = (start: number) => {
    let h = start >>> 0;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
    return h.toString(16).padStart(8, '0');
  };
  return hash(2166136261) + hash(0x9e3779b9);
};
