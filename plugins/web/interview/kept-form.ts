import { useState } from 'react';
import type { Kept } from '../candidate-kit/kept.ts';

/** A form as it was kept, or as it begins when nothing fitting was kept. */
export function restoredForm<Form extends object>(text: string | null, first: Form): Form {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    if (typeof found !== 'object' || found === null) return first;
    return Object.keys(first).every((name) => name in found) ? (found as Form) : first;
  } catch {
    return first;
  }
}

/** A form that is there again after a reload on this device, until it is dropped. */
export function useKeptForm<Form extends object>(
  kept: Kept,
  place: string,
  first: Form,
): { readonly form: Form; readonly change: (part: Partial<Form>) => void; readonly drop: () => void } {
  const key = `form.${place}`;
  const [form, setForm] = useState(() => restoredForm(kept.get(key), first));
  return {
    form,
    change: (part) => {
      const next = { ...form, ...part };
      setForm(next);
      kept.set(key, JSON.stringify(next));
    },
    drop: () => kept.remove(key),
  };
}
