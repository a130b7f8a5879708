/** The platform's name of a card, with when it was sent. */
export const cardRef = (id: string, atMs: number): string => JSON.stringify({ id, atMs });
