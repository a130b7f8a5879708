import { useEffect, useState } from 'react';
import type { LintWording } from '../rubric-builder/builder-context.tsx';

const notYet: LintWording = () => [];
let loaded: LintWording | null = null;

/** The wording check, in a chunk of its own: pages open without waiting for its rules, and publishing checks again. */
export function useLintWording(): LintWording {
  const [lint, setLint] = useState<LintWording>(() => loaded ?? notYet);
  useEffect(() => {
    let here = true;
    if (loaded !== null) return undefined;
    import('#core/template/wording-lint.ts').then(
      ({ lintWording }) => {
        loaded = lintWording;
        if (here) setLint(() => lintWording);
      },
      // Offline, or gone after an update: the check before publishing says the same.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  return lint;
}
