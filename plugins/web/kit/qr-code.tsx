import { useMemo } from 'react';
import { useT } from './i18n.tsx';
import { qrPath } from './qr-path.ts';

/** A QR code, always dark on white so that every camera reads it. `size` in CSS pixels. */
export function QrCode(props: { readonly text: string; readonly size?: number }) {
  const t = useT();
  const { size, path } = useMemo(() => qrPath(props.text), [props.text]);
  const side = props.size ?? 200;
  return (
    <svg
      width={side}
      height={side}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('common.qr_label', { text: props.text })}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
