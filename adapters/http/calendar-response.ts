/** A calendar file to keep. */
export const calendarResponse = (text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="second-round.ics"',
      'cache-control': 'private, no-store',
    },
  });
