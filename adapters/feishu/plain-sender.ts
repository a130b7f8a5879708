import type { FeishuSender } from './sender.ts';

/**
 * Builds requests without the SDK, for workerd: there the SDK would take most of the memory that a Worker has (112 MB of
 * 128) and 5 MB of its bundle. What goes over the wire is the same, and the same contract holds.
 */
export const plainSender: FeishuSender = (domain) => async (request, send) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const one of typeof value === 'string' ? [value] : value) query.append(name, one);
  }
  const headers = { authorization: `Bearer ${request.token}` };
  const address = query.size > 0 ? `${domain}${request.path}?${query}` : `${domain}${request.path}`;
  return send(address, { method: 'GET', headers });
};
