/** Version of `templates/vectors/words.bin`, known before the file is read; a test holds the two together. */
export const SHIPPED_VECTORS = 'words-220995a4cc05';
