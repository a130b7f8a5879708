import { AppError } from '../errors/app-error.ts';
import { indexWords, type WordIndex } from './word-index.ts';

/** The tuned part of text similarity: it belongs to one set of vectors and travels with it. */
export interface SimilarityModel {
  /** Names of the features, in the order of `weights`. */
  readonly features: readonly string[];
  readonly weights: readonly number[];
  readonly intercept: number;
}

/** Static word vectors as they lie in the file, without copies of the large parts. */
export interface WordVectors {
  /** Content hash over words, vectors and similarity model. */
  readonly version: string;
  readonly dimensions: number;
  readonly words: WordIndex;
  /** Segmentation cost of each word: −ln of its relative frequency, in twelfths. */
  readonly costs: Uint8Array;
  /** Weight of each word in a sentence, 0..255 for 0..1 (smooth inverse frequency). */
  readonly weights: Uint8Array;
  /** Row-major vectors, `dimensions` values each, not of unit length. */
  readonly values: Int8Array;
  readonly similarity: SimilarityModel;
}

const MAGIC = 'JWV1';
const PREFIX_BYTES = 8;

interface Header {
  readonly version: string;
  readonly dimensions: number;
  readonly words: number;
  readonly vocabularyUnits: number;
  readonly similarity: SimilarityModel;
}

const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
};

const readHeader = (bytes: Uint8Array): { header: Header; end: number } => {
  if (bytes.length < PREFIX_BYTES || ascii(bytes.subarray(0, 4)) !== MAGIC) {
    throw new AppError('VECTORS_UNREADABLE', { details: { reason: 'not a JWV1 file', bytes: bytes.length } });
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const end = PREFIX_BYTES + length;
  if (end > bytes.length) {
    throw new AppError('VECTORS_UNREADABLE', { details: { reason: 'header cut off', bytes: bytes.length } });
  }
  return { header: JSON.parse(ascii(bytes.subarray(PREFIX_BYTES, end))) as Header, end };
};

const readVocabulary = (bytes: Uint8Array, units: number): Uint16Array => {
  const codes = new Uint16Array(units);
  for (let i = 0; i < units; i++) codes[i] = (bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8);
  return codes;
};

/**
 * Reads a file of static word vectors (layout: `templates/vectors/README.md`). The vectors stay in the given memory;
 * only the word list is indexed.
 * @throws AppError `VECTORS_UNREADABLE` when the bytes are not such a file or are cut off.
 */
export const readWordVectors = (source: ArrayBuffer | Uint8Array): WordVectors => {
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(source);
  const { header, end } = readHeader(bytes);
  const { dimensions, words, vocabularyUnits } = header;
  const costsAt = end + 2 * vocabularyUnits;
  const weightsAt = costsAt + words;
  const valuesAt = weightsAt + words;
  const total = valuesAt + words * dimensions;
  if (bytes.length !== total) {
    throw new AppError('VECTORS_UNREADABLE', { details: { reason: 'wrong length', bytes: bytes.length } });
  }
  return {
    version: header.version,
    dimensions,
    words: indexWords(readVocabulary(bytes.subarray(end, costsAt), vocabularyUnits)),
    costs: bytes.subarray(costsAt, weightsAt),
    weights: bytes.subarray(weightsAt, valuesAt),
    values: new Int8Array(bytes.buffer, bytes.byteOffset + valuesAt, words * dimensions),
    similarity: header.similarity,
  };
};
