import { AppError } from '#core/errors/app-error.ts';
import type { PermissionCheck, PlatformPermission } from '#core/ports/platform.ts';

/** Tries what a permission is for. Only the platform's refusal for want of it counts; every other failure is thrown. */
export async function tryPermission(
  permission: PlatformPermission,
  attempt: () => Promise<unknown>,
): Promise<PermissionCheck> {
  try {
    await attempt();
    return { permission, granted: true, platformCode: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'PLATFORM_PERMISSION') throw error;
    return { permission, granted: false, platformCode: String(error.details.platformCode) };
  }
}
