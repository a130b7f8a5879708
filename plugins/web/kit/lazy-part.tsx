import { type ComponentType, useEffect, useState } from 'react';
import type { WordArea } from './app-route.ts';
import { useLanguage } from './i18n.tsx';
import { Notice } from './states.tsx';

/**
 * A part of a page that is no reason to wait for the page: its code and its words are loaded once it is shown.
 * `words` are the areas that it shows and its page does not.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words: readonly WordArea[] = [],
): ComponentType<Props> {
  return function LazyPart(props: Props) {
    const { t, need } = useLanguage();
    const [part, setPart] = useState<{ readonly Part: ComponentType<Props> } | 'gone' | null>(null);
    useEffect(() => {
      let here = true;
      Promise.all([load(), need?.(words)]).then(
        ([Part]) => here && setPart({ Part }),
        () => here && setPart('gone'),
      );
      return () => {
        here = false;
      };
    }, [need]);
    if (part === null) return null;
    if (part === 'gone') return <Notice tone="warn">{t('app.update_text')}</Notice>;
    return <part.Part {...props} />;
  };
}
