import { expect, test } from 'vitest';
import { jsonLog } from '#plugins/host/log.ts';

const written = (error: Error): string => {
  const lines: string[] = [];
  jsonLog('error', (line) => lines.push(line)).error('request.failed', { code: 'INTERNAL' }, error);
  return lines.join('\n');
};

test('the values of a failed query are in no line of the log, the query and the place are', () => {
  const line = written(
    new Error('Failed query: insert into people (name) values (?)\nparams: 张三丰,abc123'),
  );

  expect(line).not.toMatch(/张三丰|abc123|params/);
  expect(line).toContain('insert into people');
  expect(JSON.parse(line).stack[0]).toMatch(/^at .*log\.test\.ts/);
});

test('words of several lines in a message do not come in by the stack', () => {
  const line = written(
    new Error('first line\n李四 was born in\nat home in 苏州', { cause: new Error('deeper\n王五') }),
  );

  expect(line).not.toMatch(/李四|王五|苏州/);
});

test('text that no parser could read is not quoted', () => {
  const parse = () => {
    try {
      JSON.parse('张三丰的回答');
    } catch (error) {
      return error as Error;
    }
    throw new Error('was read');
  };

  expect(written(parse())).not.toContain('张三丰');
  expect(written(parse())).toContain('SyntaxError');
});
