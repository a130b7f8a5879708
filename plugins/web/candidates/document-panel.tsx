import { useEffect, useRef, useState } from 'react';
import type { ApplicationView, ResumeView } from '#adapters/http/schemas/candidates.ts';
import { buttonClass } from '../kit/button.tsx';
import { classNames } from '../kit/class-names.ts';
import { DateTime } from '../kit/date-time.tsx';
import { fileSizeText } from '../kit/file-check.ts';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { useApi } from '../kit/session.tsx';
import { EmptyState } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';

interface PanelProps {
  readonly view: ApplicationView;
  /** The fact whose line is shown (`work.0`); null marks nothing. */
  readonly field: string | null;
  readonly onLeave: () => void;
}

type TabId = 'text' | 'file';

/** The résumé itself: its text with the line of a chosen fact marked, and the original file. */
export function DocumentPanel(props: PanelProps) {
  const t = useT();
  const { view } = props;
  const { resume } = view;
  const [tab, setTab] = useState<TabId>('text');
  const { field } = props;
  useEffect(() => {
    if (field !== null) setTab('text');
  }, [field]);
  if (!resume) {
    return (
      <section className="j-card" aria-label={t('candidates.document')}>
        <EmptyState icon="file" title={t('candidates.no_file_title')}>
          {t('candidates.no_file_text')}
        </EmptyState>
      </section>
    );
  }
  const others = view.resumes.filter((one) => one.id !== resume.id);
  return (
    <section className="j-card j-stack j-document" aria-labelledby="document-title">
      <div>
        <h2 id="document-title">{t('candidates.document')}</h2>
        <p className="j-small j-muted j-document__name">
          {resume.fileName} · {fileSizeText(resume.size)} · <DateTime iso={resume.createdAt} detail="day" />
        </p>
      </div>
      {view.masked ? <Masked {...props} /> : <Contents {...props} tab={tab} onTab={setTab} resume={resume} />}
      {!view.masked && others.length > 0 && <OtherFiles files={others} />}
    </section>
  );
}

/** What interviewers get: the text without what must not sway them, and never the file (R11). */
function Masked(props: PanelProps) {
  const t = useT();
  return (
    <>
      <p className="j-small j-muted">{t('candidates.document_masked')}</p>
      <TextPages {...props} />
    </>
  );
}

function Contents(
  props: PanelProps & {
    readonly resume: ResumeView;
    readonly tab: TabId;
    readonly onTab: (tab: TabId) => void;
  },
) {
  const t = useT();
  const { resume } = props;
  if (!props.view.read) return <Original resume={resume} />;
  return (
    <Tabs
      label={t('candidates.document')}
      value={props.tab}
      onChange={props.onTab}
      tabs={[
        {
          id: 'text',
          label: t('candidates.document_text'),
          content: () => <TextPages {...props} />,
        },
        { id: 'file', label: t('candidates.document_file'), content: () => <Original resume={resume} /> },
      ]}
    />
  );
}

function TextPages(props: PanelProps) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  const { read } = props.view;
  const source = read?.sources.find((one) => one.field === props.field);
  useEffect(() => {
    if (!source) return;
    const line = box.current?.querySelector<HTMLElement>('[data-marked]');
    line?.scrollIntoView({ block: 'center' });
    line?.focus();
  }, [source]);
  if (!read) return null;
  return (
    <section
      ref={box}
      className="j-document__pages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={t('candidates.document_text')}
    >
      {read.pages.map((lines, index) => (
        <div key={`page-${index + 1}`} className="j-document__page">
          {read.pages.length > 1 && (
            <p className="j-small j-muted">{t('candidates.page_number', { number: index + 1 })}</p>
          )}
          {lines.map((line, at) => {
            const marked =
              source !== undefined &&
              source.page === index + 1 &&
              at >= source.line &&
              at < source.line + source.lines;
            const first = marked && at === source.line;
            return (
              <p
                key={`line-${at}`}
                className={classNames('j-document__line', marked && 'j-document__line--marked')}
                data-marked={first ? '' : undefined}
                tabIndex={first ? -1 : undefined}
                onBlur={first ? props.onLeave : undefined}
              >
                {line}
              </p>
            );
          })}
        </div>
      ))}
    </section>
  );
}

/** A PDF is shown where the browser can; everything is offered as a download, because a stranger's HTML is never opened here. */
function Original(props: { readonly resume: ResumeView }) {
  const t = useT();
  const api = useApi();
  const { resume } = props;
  const pdf = resume.fileName.toLowerCase().endsWith('.pdf');
  return (
    <div className="j-stack">
      <div className="j-row">
        {pdf && (
          <a
            className={buttonClass()}
            href={api.address(`/resumes/${resume.id}/file`, { view: true })}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="external" size={18} />
            {t('candidates.open_original')}
          </a>
        )}
        <a
          className={buttonClass()}
          href={api.address(`/resumes/${resume.id}/file`)}
          download={resume.fileName}
        >
          <Icon name="download" size={18} />
          {t('candidates.download_original')}
        </a>
      </div>
      {!pdf && <p className="j-small j-muted">{t('candidates.download_only')}</p>}
    </div>
  );
}

function OtherFiles(props: { readonly files: readonly ResumeView[] }) {
  const t = useT();
  const api = useApi();
  return (
    <div>
      <h3>{t('candidates.other_files')}</h3>
      <ul>
        {props.files.map((file) => (
          <li key={file.id}>
            <a href={api.address(`/resumes/${file.id}/file`)} download={file.fileName}>
              {file.fileName}
            </a>{' '}
            <span className="j-small j-muted">
              <DateTime iso={file.createdAt} detail="day" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
