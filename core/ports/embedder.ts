/**
 * Turns texts into vectors whose cosine says how close two texts are in meaning.
 * The embedded adapter uses the static word vectors shipped with Jinji; a configured model replaces it.
 */
export interface Embedder {
  /** Name and version of the vectors or model; part of every scorer version that used it. */
  readonly version: string;
  /** Length of every vector returned. */
  readonly dimensions: number;
  /**
   * One unit-length vector per text, in order; a text without any known word gives a zero vector.
   * @throws AppError `MODEL_UNAVAILABLE` when a remote model cannot be reached.
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
