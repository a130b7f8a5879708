/** Texts that outlive a closed page, on this device only. Where the browser keeps nothing they live as long as the page. */
export interface Kept {
  get(key: string): string | null;
  /** False when it is held for this page only. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
}

/** A short name for a link's token, so that storage keys do not carry the token itself (FNV-1a, not a secret). */
export function shortName(token: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at += 1) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Storage under `jinji.<scope>.`; private windows and full disks are normal. */
export function keptIn(scope: string): Kept {
  const memory = new Map<string, string>();
  const name = (key: string) => `jinji.${scope}.${key}`;
  return {
    get(key) {
      try {
        return memory.get(key) ?? localStorage.getItem(name(key));
      } catch {
        return memory.get(key) ?? null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(name(key), value);
        memory.delete(key);
        return true;
      } catch {
        memory.set(key, value);
        return false;
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        localStorage.removeItem(name(key));
      } catch {
        // Nothing was kept there either.
      }
    },
  };
}

/** The name of this device for the server: random, the same for every interview on this browser. */
export function deviceName(): string {
  const kept = keptIn('device');
  const known = kept.get('name');
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  kept.set('name', made);
  return made;
}
