/**
 * Addresses that an operator types into a marketplace's console.
 * @param named whether the console fills `$CORPID$` with the company's id
 */
export const providerAddresses = (publicUrl: string, platform: string, named: boolean) => ({
  /** Tickets, installations and their end; where there is one address for everything, all other events, too. */
  suite: `${publicUrl}/platform/${platform}/marketplace/suite`,
  /** Events of each company, where they have an address of their own. */
  company: `${publicUrl}/platform/${platform}/marketplace/company`,
  home: `${publicUrl}/platform/${platform}/open${named ? '?corpid=$CORPID$' : ''}`,
});
