import { useEffect, useRef } from 'react';
import { useReader } from '../../candidate-kit/words.tsx';

/** The camera's picture, mirrored as people know themselves. It stays on the device until recording begins. */
export function LivePicture(props: { readonly stream: MediaStream }) {
  const { t } = useReader();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const place = video.current;
    if (!place) return;
    place.srcObject = props.stream;
    place.play().catch(() => undefined); // a paused picture is no fault of the recording
    return () => {
      place.srcObject = null;
    };
  }, [props.stream]);
  return <video ref={video} className="r-picture" muted playsInline aria-label={t('interview.picture')} />;
}
