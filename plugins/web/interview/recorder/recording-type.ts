const wanted = {
  voice: [
    'audio/webm;codecs=opus',
    'audio/mp4;codecs=mp4a.40.2',
    'audio/mp4',
    'audio/ogg;codecs=opus',
    'audio/webm',
  ],
  video: [
    'video/webm;codecs=vp9,opus',
    'video/webm;codecs=vp8,opus',
    'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    'video/mp4',
    'video/webm',
  ],
} as const;

/** The first recording type that this browser says it can make, or undefined: then it chooses by itself. */
export const recordingType = (mode: 'voice' | 'video'): string | undefined =>
  wanted[mode].find((type) => MediaRecorder.isTypeSupported(type));

/** Bits a second that keep speech clear and a phone's data plan whole: voice 0.25 MB, video about 4.5 MB a minute. */
export const bitRates = {
  voice: { audioBitsPerSecond: 32_000 },
  video: { audioBitsPerSecond: 48_000, videoBitsPerSecond: 550_000 },
} as const;

/** Milliseconds of each segment: what is lost at most when a phone dies. */
export const segmentMs = 3000;
