/** Roles of staff on the local platform; office platforms map theirs onto these. */
export const roles = ['owner', 'hr', 'interviewer', 'employee'] as const;
export type Role = (typeof roles)[number];

/** What a route can demand. `public` needs nothing, `signed_in` any staff session, `candidate` and `me` a link token. */
export type RoutePermission = 'public' | 'signed_in' | 'candidate' | 'me' | Permission;

export const permissions = [
  'job.read',
  'job.write',
  'candidate.read',
  'candidate.write',
  'interview.invite',
  'report.read',
  'rating.write',
  'decision.write',
  'feedback.write',
  'appeal.write',
  'quality.read',
  'calibration.write',
  'settings.read',
  'settings.write',
  'staff.manage',
  'audit.read',
  'company.erase',
] as const;
export type Permission = (typeof permissions)[number];

const hr: readonly Permission[] = [
  'job.read',
  'job.write',
  'candidate.read',
  'candidate.write',
  'interview.invite',
  'report.read',
  'rating.write',
  'decision.write',
  'feedback.write',
  'appeal.write',
  'quality.read',
  'calibration.write',
  'settings.read',
];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions,
  hr,
  interviewer: ['job.read', 'candidate.read', 'report.read', 'rating.write'],
  employee: [],
};

/** Every permission that at least one of the roles grants. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => granted[role]));
}
