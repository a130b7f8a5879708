import { useState } from 'react';
import type { ApplicationView, ScreeningView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { HelpTip } from '../kit/help-tip.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { ScreeningBadge } from './candidate-words.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';

type Rule = ScreeningView['rules'][number];

/** The screening card: what the job truly needs, what the résumé says of it in its own words, and people's word on it. */
export function ScreeningCard(props: {
  readonly view: ApplicationView;
  readonly onChanged: (view: ApplicationView) => void;
}) {
  const t = useT();
  const { screening } = props.view;
  return (
    <section className="j-card j-stack" aria-labelledby="screening-title">
      <div className="j-row j-row--between">
        <div className="j-row">
          <h2 id="screening-title">{t('candidates.screening')}</h2>
          <HelpTip about={t('candidates.screening')}>{t('candidates.screening_help')}</HelpTip>
        </div>
        {screening && <ScreeningBadge result={screening.result} />}
      </div>
      {screening === null || screening.rules.length === 0 ? (
        <p className="j-muted">{t('candidates.no_rules')}</p>
      ) : (
        <ul className="j-rules">
          {screening.rules.map((rule) => (
            <RuleRow key={rule.ruleId} rule={rule} view={props.view} onChanged={props.onChanged} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RuleRow(props: {
  readonly rule: Rule;
  readonly view: ApplicationView;
  readonly onChanged: (view: ApplicationView) => void;
}) {
  const t = useT();
  const { locale } = useLanguage();
  const lang = locale === 'zh-CN' ? 'zh' : 'en';
  const { rule } = props;
  return (
    <li>
      <div className="j-row j-row--between">
        <span className="j-row">
          <strong>{rule.label[lang]}</strong>
          {!rule.required && <Badge>{t('candidates.preferred')}</Badge>}
        </span>
        <ScreeningBadge result={rule.result} />
      </div>
      {rule.reason[lang] && <p className="j-small j-muted">{rule.reason[lang]}</p>}
      {rule.quote ? (
        <blockquote className="j-quote">{rule.quote}</blockquote>
      ) : (
        <p className="j-small">
          {rule.ask ? t('candidates.ask_this', { question: rule.ask[lang] }) : t('candidates.no_quote')}
        </p>
      )}
      <Correction {...props} />
    </li>
  );
}

function Correction(props: {
  readonly rule: Rule;
  readonly view: ApplicationView;
  readonly onChanged: (view: ApplicationView) => void;
}) {
  const t = useT();
  const api = useApi();
  const { rule, view } = props;
  const mayWrite = useMay('candidate.write') && view.moves.length > 0;
  const [open, setOpen] = useState(false);
  const takeBack = useMutation<string, ApplicationView>((ruleId, idempotencyKey) =>
    api.remove(`/applications/${view.id}/screening/corrections/${encodeURIComponent(ruleId)}`, {
      idempotencyKey,
    }),
  );
  const undo = async () => {
    const next = await takeBack.run(rule.ruleId);
    if (next) props.onChanged(next);
  };
  return (
    <>
      {rule.correction && (
        <p className="j-small j-rules__word">
          {t(rule.correction.result === rule.read ? 'candidates.confirmed_by' : 'candidates.corrected_by', {
            name: rule.correction.by ?? t('common.unknown'),
            read: t(`candidates.screening_${rule.read}`),
            reason: rule.correction.reason,
          })}
        </p>
      )}
      <ProblemNotice problem={takeBack.problem} />
      {mayWrite && (
        <div className="j-row">
          <Button look="quiet" icon="edit" onClick={() => setOpen(true)}>
            {t('candidates.judge_rule')}
            <span className="j-sr">{rule.label.zh}</span>
          </Button>
          {rule.correction && (
            <Button look="quiet" icon="undo" busy={takeBack.busy} onClick={undo}>
              {t('candidates.take_back')}
            </Button>
          )}
        </div>
      )}
      {open && (
        <CorrectionDialog
          rule={rule}
          view={view}
          onChanged={props.onChanged}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
