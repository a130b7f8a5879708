/** 20 MB, as people count. */
export const maxDocumentBytes = 20 * 1024 * 1024;
