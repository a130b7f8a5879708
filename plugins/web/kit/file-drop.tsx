import { type DragEvent, useState } from 'react';
import type { Translate } from '#core/i18n/translator.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { type FileRules, fileKindsText, fileSizeText } from './file-check.ts';
import './file-drop.css';
import { useLanguage } from './i18n.tsx';
import { Icon } from './icons.tsx';
import { ProgressBar, problemWords } from './states.tsx';
import type { UploadItem, Uploads } from './use-uploads.ts';

/** A field for many files: drop them, or choose them. Below it, each file with its progress or what is wrong with it. */
export function FileDrop<Answer>(props: {
  readonly uploads: Uploads<Answer>;
  readonly rules: FileRules;
  readonly title?: string;
}) {
  const { t, locale } = useLanguage();
  const { uploads, rules } = props;
  const [over, setOver] = useState(false);
  const [focused, setFocused] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add(Array.from(event.dataTransfer.files));
  };
  return (
    <div>
      <label
        className={classNames('j-drop', over && 'j-drop--over', focused && 'j-drop--focus')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={28} />
        <strong>{over ? t('common.drop_now') : (props.title ?? t('common.drop_title'))}</strong>
        <span className="j-small">
          {t('common.drop_accepts', {
            kinds: fileKindsText(rules, locale),
            size: fileSizeText(rules.maxBytes),
          })}
        </span>
        <input
          type="file"
          multiple
          accept={rules.extensions.join(',')}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onChange={(event) => {
            uploads.add(Array.from(event.currentTarget.files ?? []));
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <FileList uploads={uploads} rules={rules} />
    </div>
  );
}

function FileList<Answer>(props: { readonly uploads: Uploads<Answer>; readonly rules: FileRules }) {
  const { t } = useLanguage();
  const { items } = props.uploads;
  if (items.length === 0) return null;
  const done = items.filter((item) => item.state === 'done').length;
  const failed = items.filter((item) => item.state === 'failed' || item.state === 'refused').length;
  return (
    <>
      <ul className="j-files">
        {items.map((item) => (
          <FileRow key={item.id} item={item} uploads={props.uploads} rules={props.rules} />
        ))}
      </ul>
      <p className="j-small j-muted" role="status">
        {t('common.files_summary', { count: items.length, done, failed })}
      </p>
    </>
  );
}

function stateWords<Answer>(
  item: UploadItem<Answer>,
  rules: FileRules,
  t: Translate,
  locale: string,
): string {
  switch (item.state) {
    case 'waiting':
      return t('common.file_waiting');
    case 'uploading':
      return t('common.file_uploading', { percent: Math.round(item.share * 100) });
    case 'done':
      return t('common.file_done');
    case 'cancelled':
      return t('common.file_cancelled');
    case 'refused':
      if (item.fault === 'empty') return t('common.file_empty');
      if (item.fault === 'too_large')
        return t('common.file_too_large', { limit: fileSizeText(rules.maxBytes) });
      return t('common.file_wrong_kind', { kinds: fileKindsText(rules, locale) });
    case 'failed': {
      if (!item.problem) return t('common.error_title');
      const words = problemWords(item.problem, t);
      return t('common.file_failed', { problem: [words.title, words.remedy].filter(Boolean).join(' · ') });
    }
  }
}

function FileRow<Answer>(props: {
  readonly item: UploadItem<Answer>;
  readonly uploads: Uploads<Answer>;
  readonly rules: FileRules;
}) {
  const { t, locale } = useLanguage();
  const { item, uploads } = props;
  const { name } = item.file;
  const bad = item.state === 'failed' || item.state === 'refused';
  const active = item.state === 'waiting' || item.state === 'uploading';
  return (
    <li>
      <span className="j-files__name">
        {name} <span className="j-muted j-small">{fileSizeText(item.file.size)}</span>
      </span>
      <span
        className={classNames(
          'j-files__state',
          bad && 'j-files__state--bad',
          item.state === 'done' && 'j-files__state--good',
        )}
      >
        {stateWords(item, props.rules, t, locale)}
        {item.state === 'uploading' && <ProgressBar value={item.share} label={name} />}
      </span>
      <span className="j-files__buttons">
        {(item.state === 'failed' || item.state === 'cancelled') && (
          <IconButton
            icon="refresh"
            label={t('common.file_retry', { name })}
            onClick={() => uploads.retry(item.id)}
          />
        )}
        {active ? (
          <IconButton
            icon="close"
            label={t('common.file_cancel', { name })}
            onClick={() => uploads.cancel(item.id)}
          />
        ) : (
          <IconButton
            icon="trash"
            label={t('common.file_remove', { name })}
            onClick={() => uploads.remove(item.id)}
          />
        )}
      </span>
    </li>
  );
}
