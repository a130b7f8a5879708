/**
 * What workerd says of ends that are meant: the runner closes the socket over which it drove the tests, and a test breaks
 * off an upload on purpose. The pool hides others of the kind, but not these, and a reader could take them for faults.
 */
const meantEnds = [
  /^exception = workerd\/api\/web-socket\.c\+\+:\d+: disconnected: WebSocket peer disconnected\n/gm,
  /^uncaught exception; source = Uncaught \(in promise\); stack = TypeError: Can't read from request stream because client disconnected\.\n/gm,
];

/** Keeps those lines from both outputs for as long as the process lives. */
export function hideMeantEnds(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    stream.write = ((chunk: unknown, ...rest: unknown[]) => {
      if (typeof chunk !== 'string') return write(chunk, ...rest);
      return write(
        meantEnds.reduce((text, line) => text.replace(line, ''), chunk),
        ...rest,
      );
    }) as typeof stream.write;
  }
}
