import { useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Menu, type MenuItem } from '../kit/menu.tsx';
import { Link } from '../kit/router.tsx';
import { useMay } from '../kit/session.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { RejectDialog, TakeBackDialog } from './reject-dialog.tsx';

type Move = ApplicationView['moves'][number];

/** The steps of the application beside its name: the report, the flow, leaving it, erasing the person. */
export function CandidateActions(props: {
  readonly view: ApplicationView;
  readonly onChanged: (view: ApplicationView) => void;
  readonly reload: () => void;
}) {
  const t = useT();
  const mayWrite = useMay('candidate.write');
  const mayReport = useMay('report.read');
  const { view } = props;
  const [move, setMove] = useState<Move | null>(null);
  const [erasing, setErasing] = useState(false);
  const [deciding, setDeciding] = useState<'reject' | 'take_back' | null>(null);
  const moves: MenuItem[] = view.moves.map((to) => ({
    label: t(`candidates.move_${to}`),
    run: () => setMove(to),
  }));
  const erase: MenuItem = {
    label: t('candidates.erase'),
    icon: 'trash',
    danger: true,
    run: () => setErasing(true),
  };
  // The file of somebody hired is an employee's, which labour law keeps.
  const erasable = ![view.status, ...view.otherApplications.map((one) => one.status)].includes('hired');
  const handedIn = view.interviews.some((interview) => interview.submittedAt !== null);
  const decide = useDecision(view, handedIn, setDeciding);
  return (
    <>
      {mayReport && handedIn && (
        <Link
          to={`/reports/${view.id}`}
          className={buttonClass(view.status === 'scored' ? 'primary' : 'normal')}
        >
          <Icon name="report" size={18} />
          {t('candidates.to_report')}
        </Link>
      )}
      {mayWrite && (moves.length + decide.length > 0 || erasable) && (
        <Menu
          groups={[
            ...(moves.length + decide.length > 0
              ? [{ label: t('candidates.move_to'), items: [...moves, ...decide] }]
              : []),
            ...(erasable ? [{ items: [erase] }] : []),
          ]}
          button={(attributes) => (
            <button {...attributes} type="button" className={buttonClass()}>
              <Icon name="more" size={18} />
              {t('common.more')}
            </button>
          )}
        />
      )}
      {move && <MoveDialog view={view} to={move} onChanged={props.onChanged} onClose={() => setMove(null)} />}
      {deciding === 'reject' && (
        <RejectDialog view={view} reload={props.reload} onClose={() => setDeciding(null)} />
      )}
      {deciding === 'take_back' && (
        <TakeBackDialog view={view} reload={props.reload} onClose={() => setDeciding(null)} />
      )}
      {erasing && <EraseDialog view={view} onClose={() => setErasing(false)} />}
    </>
  );
}

/** Turning down before an interview, and taking that back. Once answers are in, the report's page decides. */
function useDecision(
  view: ApplicationView,
  handedIn: boolean,
  open: (deed: 'reject' | 'take_back') => void,
): MenuItem[] {
  const t = useT();
  const mayDecide = useMay('decision.write');
  if (!mayDecide || handedIn) return [];
  if (view.status === 'rejected') {
    return [{ label: t('candidates.take_rejection_back'), icon: 'undo', run: () => open('take_back') }];
  }
  const early = ['applied', 'screened', 'invited', 'in_interview'].includes(view.status);
  return early ? [{ label: t('reports.decide_reject'), run: () => open('reject') }] : [];
}
