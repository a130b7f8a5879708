import { useState } from 'react';
import { isVagueAnchor } from '#core/rubric/checks.ts';
import { editAnchor } from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { AnchorList } from './anchor-list.tsx';
import { useBuilder, useLocalized, useWritingLanguage } from './builder-context.tsx';
import { WordingNotes } from './wording-notes.tsx';

const levels = [1, 2, 3, 4, 5] as const;

/** The five anchors of a row's dimension: to read, and to change for this rubric. */
export function AnchorScale(props: { readonly dimension: Dimension }) {
  const t = useT();
  const localized = useLocalized();
  const { draft, shipped, perform, readOnly } = useBuilder();
  const [editing, setEditing] = useState(false);
  const { dimension } = props;
  const { code } = dimension;
  const isShipped = shipped.some((one) => one.code === code);
  const edited = isShipped && draft.dimensions.some((one) => one.code === code);
  return (
    <details className="j-anchors">
      <summary>
        {t('rubric.anchors')}
        {edited && <Badge tone="info">{t('rubric.anchors_edited')}</Badge>}
      </summary>
      <p className="j-small j-muted">{t('rubric.definition', { text: localized(dimension.definition) })}</p>
      {editing ? <AnchorFields dimension={dimension} /> : <AnchorList anchors={dimension.anchors} />}
      {!readOnly && (
        <div className="j-row">
          <Button icon={editing ? 'check' : 'edit'} onClick={() => setEditing(!editing)}>
            {editing ? t('rubric.anchors_done') : t('rubric.anchors_edit')}
          </Button>
          {edited && (
            <Button look="quiet" icon="undo" onClick={() => perform({ kind: 'drop_dimension', code })}>
              {t('rubric.anchors_reset')}
            </Button>
          )}
        </div>
      )}
      {edited && <p className="j-small j-muted">{t('rubric.anchors_edited_help')}</p>}
    </details>
  );
}

function AnchorFields(props: { readonly dimension: Dimension }) {
  const t = useT();
  const language = useWritingLanguage();
  const { perform, endGesture } = useBuilder();
  const { dimension } = props;
  const translated = dimension.anchors.some(({ zh, en }) => zh !== en);
  return (
    <div className="j-stack j-stack--tight">
      {levels.map((level) => {
        const text = dimension.anchors[level - 1]?.[language] ?? '';
        return (
          <div key={level}>
            <TextArea
              label={`${t('rubric.level', { level })} · ${t(`rubric.level_${level}`)}`}
              rows={2}
              maxLength={400}
              value={text}
              error={text.trim() !== '' && isVagueAnchor(text) ? t('rubric.own_anchor_vague') : null}
              onChange={(next) =>
                perform(editAnchor(dimension, level, language, next), `anchor:${dimension.code}:${level}`)
              }
              onBlur={endGesture}
            />
            <WordingNotes text={text} />
          </div>
        );
      })}
      {translated && <p className="j-small j-muted">{t('rubric.anchors_other_language')}</p>}
    </div>
  );
}
