/** Wrangler gives files of this ending as bytes. */
declare module '*.bin' {
  const bytes: ArrayBuffer;
  // biome-ignore lint/style/noDefaultExport: bundlers hand a file over as the default export
  export default bytes;
}
