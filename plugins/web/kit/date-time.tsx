import { type DateTimeDetail, formatDateTime, zoneOffsetName } from '#core/i18n/date-time.ts';
import { useLanguage } from './i18n.tsx';

/** A stored time (ISO 8601, UTC) in the page's zone. The zone is named when asked for, and whenever it is not the device's own. */
export function DateTime(props: {
  readonly iso: string;
  readonly detail?: DateTimeDetail;
  readonly showZone?: boolean;
}) {
  const { locale, zone } = useLanguage();
  const { iso, detail = 'minute' } = props;
  const foreign = Intl.DateTimeFormat().resolvedOptions().timeZone !== zone;
  const named = detail !== 'day' && (props.showZone || foreign);
  return (
    <time dateTime={iso} className="j-num">
      {formatDateTime(iso, { locale, zone, detail })}
      {named && ` ${zoneOffsetName(iso, zone)}`}
    </time>
  );
}
