/** Under what calls of a month are counted. @param now ISO 8601 */
export const callsOfMonth = (platform: string, now: string): string => `${platform} ${now.slice(0, 7)}`;
