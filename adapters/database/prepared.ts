import type { Orm } from './database.ts';

/** A query whose SQL is made once for each database, for the few that every request of a candidate needs. */
export function prepared<Q>(make: (orm: Orm) => Q): (orm: Orm) => Q {
  const made = new WeakMap<Orm, Q>();
  return (orm) => {
    const query = made.get(orm) ?? make(orm);
    made.set(orm, query);
    return query;
  };
}
