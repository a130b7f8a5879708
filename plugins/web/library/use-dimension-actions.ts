import type { Dimension } from '#core/template/schemas/dimension.ts';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { problemWords } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

type Named = Pick<Dimension, 'code' | 'name'>;

/** Takes a company's own dimension out of the palette, with a way back, and puts it in again. */
export function useDimensionActions(after: () => void) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const localized = useLocalized();
  const attempt = async (write: () => Promise<unknown>, done: () => void) => {
    try {
      await write();
      done();
      after();
    } catch (error) {
      toast({ text: problemWords(asProblem(error), t).title, tone: 'bad' });
    }
  };
  const restore = ({ code, name }: Named) =>
    attempt(
      () => api.post(`/dimensions/${code}/restore`, {}),
      () => toast({ text: t('library.restored', { name: localized(name) }) }),
    );
  const archive = (dimension: Named) =>
    attempt(
      () => api.remove(`/dimensions/${dimension.code}`),
      () =>
        toast({
          text: t('library.archived', { name: localized(dimension.name) }),
          action: { label: t('common.undo'), run: () => void restore(dimension) },
        }),
    );
  return { archive, restore };
}
