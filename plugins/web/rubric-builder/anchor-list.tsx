import type { Dimension } from '#core/template/schemas/dimension.ts';
import { useT } from '../kit/i18n.tsx';
import './anchor-list.css';
import { useLocalized } from './builder-context.tsx';

const levels = [1, 2, 3, 4, 5] as const;

/** The five anchors of a dimension to read, level 1 first. */
export function AnchorList(props: { readonly anchors: Dimension['anchors'] }) {
  const t = useT();
  const localized = useLocalized();
  return (
    <ol className="j-anchors__list">
      {levels.map((level) => {
        const anchor = props.anchors[level - 1];
        return (
          <li key={level}>
            <span className="j-anchors__level">
              <span className="j-num">{level}</span> {t(`rubric.level_${level}`)}
            </span>
            <span>{anchor ? localized(anchor) : ''}</span>
          </li>
        );
      })}
    </ol>
  );
}
