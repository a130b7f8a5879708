import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { problemWords } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem } from '../kit/use-query.ts';
import { isOwn } from '../library/own.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import type { StepProps } from './step-props.ts';

/** Dimensions that the company wrote: those of this job go into its library by one click, those of the library out of it. */
export function OwnDimensions({ editing, library, onLibrary }: StepProps) {
  const t = useT();
  const localized = useLocalized();
  const actions = useLibraryActions(onLibrary);
  const kept = library.filter(isOwn);
  const here = editing.draft.rubric
    .map(({ dimension }) => dimension)
    .filter((dimension) => isOwn(dimension) && !kept.some(({ code }) => code === dimension.code));
  if (kept.length + here.length === 0) return null;
  return (
    <section className="j-card j-stack">
      <div>
        <h3>{t('jobs.own_dimensions')}</h3>
        <p className="j-muted">{t('jobs.own_dimensions_text')}</p>
      </div>
      <ul className="j-items">
        {here.map((dimension) => (
          <li key={dimension.code} className="j-items__row">
            <span>{localized(dimension.name)}</span>
            <Button onClick={() => void actions.add(dimension)}>{t('jobs.to_library')}</Button>
          </li>
        ))}
        {kept.map((dimension) => (
          <li key={dimension.code} className="j-items__row">
            <span>{localized(dimension.name)}</span>
            <Button look="quiet" onClick={() => void actions.remove(dimension)}>
              {t('jobs.from_library')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLibraryActions(onLibrary: StepProps['onLibrary']) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const localized = useLocalized();
  const failed = (error: unknown) => toast({ text: problemWords(asProblem(error), t).title, tone: 'bad' });
  const add = async ({ code, name, definition, anchors, family, redLine }: Dimension) => {
    try {
      const body = { code, name, definition, anchors, family, redLine };
      const added = await api.post<Dimension>('/dimensions', body);
      onLibrary((before) => [...before, added]);
      toast({ text: t('jobs.in_library', { name: localized(name) }) });
    } catch (error) {
      failed(error);
    }
  };
  const remove = async ({ code, name }: Dimension) => {
    const yes = await confirm({
      title: t('jobs.from_library_title', { name: localized(name) }),
      text: t('jobs.from_library_text'),
      confirmLabel: t('jobs.from_library'),
    });
    if (!yes) return;
    try {
      await api.remove(`/dimensions/${code}`);
      onLibrary((before) => before.filter((one) => one.code !== code));
    } catch (error) {
      failed(error);
    }
  };
  return { add, remove };
}
