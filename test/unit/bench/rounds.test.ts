import { expect, test } from 'vitest';
import { alternate, median, resultOf } from '../../bench/rounds.ts';

const about = { bench: 'b', what: 'w', unit: 'ms', yardstickIs: 'y' };

test('both sides run in turn, round by round', async () => {
  const order: string[] = [];
  const side = (name: string) => async (round: number) => {
    order.push(`${name}${round}`);
    return 1;
  };

  await alternate(2, side('figure'), side('yardstick'));

  expect(order).toEqual(['figure0', 'yardstick0', 'figure1', 'yardstick1']);
});

test('the ratio is the middle of the rounds, so that one slow round decides nothing', () => {
  const rounds = [
    [10, 5],
    [900, 5],
    [30, 10],
  ] as const;

  expect(resultOf(about, rounds, { better: 'less', atMost: 4 })).toMatchObject({ ratio: 3, held: true });
  expect(resultOf(about, rounds, { better: 'more', atLeast: 4 })).toMatchObject({ ratio: 3, held: false });
  expect(resultOf(about, rounds, { better: 'less' })).toMatchObject({ demand: null, held: null });
});

test('the median of an even count lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3])).toBe(3);
});
