import { expect, test } from 'vitest';
import { echartsCharts } from '#adapters/charts/echarts-charts.ts';

const dimension = (name: string, score10: number | null) => ({
  name,
  score10,
  band10: score10 === null ? null : ([score10 - 1, score10 + 1] as const),
});

// The first chart loads the library, which takes a while unbundled.
test.each(['radar', 'bar'] as const)(
  'a %s of dimension scores is drawn inside workerd',
  { timeout: 60_000 },
  async (kind) => {
    const svg = await echartsCharts.dimensionChart({
      kind,
      dimensions: [
        dimension('服务意识', 8),
        dimension('<b>团队</b>', 6),
        dimension('抗压', 4.5),
        dimension('安全', null),
      ],
      scoreLabel: '得分',
      bandLabel: '误差范围',
      theme: 'light',
    });

    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain('服务意识');
    expect(svg).toContain('&lt;b&gt;团队');
    expect(svg).not.toMatch(/<script|<b>|href=/);
    // No attribute is cut short by a quote inside it.
    expect(svg.replace(/<[a-z]+(?: [\w:-]+="[^"<]*")*\s*\/?>|<\/[a-z]+>/g, '')).not.toMatch(/[<>]/);
  },
);
