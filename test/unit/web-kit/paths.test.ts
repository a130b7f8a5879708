import { expect, test } from 'vitest';
import { localPath } from '#plugins/web/app/local-path.ts';
import { findRoute, matchPath, pathBelow } from '#plugins/web/kit/route-match.ts';

test('named parts of a path are given decoded', () => {
  expect(matchPath('/jobs/:jobId/rows/:row', '/jobs/j%2F1/rows/%E7%8E%8B/')).toEqual({
    jobId: 'j/1',
    row: '王',
  });
  expect(matchPath('/jobs/:jobId', '/jobs')).toBeNull();
  expect(matchPath('/jobs/:jobId', '/jobs/%E0%A4%A')).toBeNull();
});

test('a word in a pattern wins over a name', () => {
  const routes = [{ path: '/jobs/:jobId' }, { path: '/jobs/new' }];
  expect(findRoute(routes, '/jobs/new')?.route.path).toBe('/jobs/new');
  expect(findRoute(routes, '/jobs/j1')?.params).toEqual({ jobId: 'j1' });
  expect(findRoute(routes, '/reports')).toBeNull();
});

test('a path is read below the base of the app, and only there', () => {
  expect(pathBelow('/app', '/app')).toBe('/');
  expect(pathBelow('/app', '/app/')).toBe('/');
  expect(pathBelow('/app', '/app/jobs')).toBe('/jobs');
  expect(pathBelow('/app', '/apple')).toBe('/apple');
  expect(pathBelow('/app', '/sign-in/t')).toBe('/sign-in/t');
});

test('signing in leads only to pages of this site', () => {
  expect(localPath('/app/jobs?state=open')).toBe('/app/jobs?state=open');
  for (const elsewhere of [
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\n/b',
    'app',
  ]) {
    expect(localPath(elsewhere)).toBe('/');
  }
});
