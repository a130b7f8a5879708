import type { PackSummaryView } from '#adapters/http/schemas/jobs.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

/** Whether every word typed stands in the pack's name, summary or usual jobs, in either language. */
export function matchesPack(pack: PackSummaryView, search: string): boolean {
  const texts = [pack.name, pack.summary, ...pack.jobs.map(({ title }) => title)];
  const all = texts.map(({ zh, en }) => `${zh} ${en}`.toLowerCase()).join('\n');
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** An industry pack in short: its trade and usual jobs. */
export function PackCard({ pack }: { readonly pack: PackSummaryView }) {
  const localized = useLocalized();
  return (
    <>
      <strong>{localized(pack.name)}</strong>
      <span className="j-small j-muted">{pack.jobs.map(({ title }) => localized(title)).join(' · ')}</span>
    </>
  );
}
