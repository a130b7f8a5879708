/** Only a path of this site; anything else could lead a fresh session to a stranger's page. */
export function localPath(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/';
}
