/** Addresses of an installation. */
export const addressesOf = (publicUrl: string, platform: string, installationId: string) => ({
  callbackUrl: `${publicUrl}/platform/${platform}/callback/${installationId}`,
  homeUrl: `${publicUrl}/open/${platform}/${installationId}`,
  signInUrl: `${publicUrl}/platform/${platform}/sign-in/${installationId}`,
  signedInUrl: `${publicUrl}/platform/${platform}/signed-in/${installationId}`,
});
