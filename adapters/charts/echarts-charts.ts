import type { EChartsCoreOption } from 'echarts/core';
import type { Charts, DimensionChart } from '#core/ports/charts.ts';

// Single quotes: ECharts writes the value into an attribute as it is.
const fonts = "'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', 'Segoe UI', Roboto, sans-serif";

const colours = {
  light: { ink: '#4a5464', line: '#e1e5eb', score: '#3a49c9', band: 'rgba(58, 73, 201, 0.16)' },
  dark: { ink: '#b7bfcc', line: '#2c313c', score: '#a9b3ff', band: 'rgba(169, 179, 255, 0.2)' },
} as const;

const size = { radar: { width: 540, height: 340 }, bar: { width: 460 } } as const;

/** A radar needs three scored dimensions to have an area; fewer are shown as bars. */
const isRadar = ({ kind, dimensions }: DimensionChart): boolean =>
  kind === 'radar' && dimensions.filter(({ score10 }) => score10 !== null).length >= 3;

function radarOption({ dimensions, scoreLabel, bandLabel, theme }: DimensionChart): EChartsCoreOption {
  const c = colours[theme];
  const scored = dimensions.filter(({ score10 }) => score10 !== null);
  const values = (of: (d: DimensionChart['dimensions'][number]) => number) => scored.map(of);
  return {
    animation: false,
    textStyle: { fontFamily: fonts },
    legend: {
      bottom: 0,
      silent: true,
      selectedMode: false,
      textStyle: { color: c.ink },
      itemWidth: 14,
      data: [scoreLabel, bandLabel],
    },
    radar: {
      center: ['50%', '48%'],
      radius: '66%',
      splitNumber: 5,
      indicator: scored.map(({ name }) => ({ name, min: 0, max: 10 })),
      axisName: { color: c.ink, fontSize: 13 },
      axisLine: { lineStyle: { color: c.line } },
      splitLine: { lineStyle: { color: c.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        silent: true,
        symbol: 'none',
        data: [
          {
            name: bandLabel,
            value: values((d) => d.band10?.[1] ?? d.score10 ?? 0),
            lineStyle: { width: 0 },
            itemStyle: { color: c.score, opacity: 0.3 },
            areaStyle: { color: c.band },
          },
          {
            name: scoreLabel,
            value: values((d) => d.score10 ?? 0),
            symbol: 'circle',
            symbolSize: 6,
            lineStyle: { color: c.score, width: 2 },
            itemStyle: { color: c.score },
          },
          {
            // The lower edge; it has no entry of its own in the legend.
            name: `${bandLabel} `,
            value: values((d) => d.band10?.[0] ?? d.score10 ?? 0),
            lineStyle: { color: c.score, width: 1, type: 'dashed', opacity: 0.6 },
            itemStyle: { color: c.score },
          },
        ],
      },
    ],
  };
}

function barOption({ dimensions, scoreLabel, bandLabel, theme }: DimensionChart): EChartsCoreOption {
  const c = colours[theme];
  const rows = [...dimensions].reverse();
  return {
    animation: false,
    textStyle: { fontFamily: fonts },
    legend: {
      bottom: 0,
      silent: true,
      selectedMode: false,
      textStyle: { color: c.ink },
      data: [scoreLabel, bandLabel],
    },
    grid: { left: 12, right: 24, top: 12, bottom: 36 },
    xAxis: {
      type: 'value',
      min: 0,
      max: 10,
      axisLabel: { color: c.ink },
      splitLine: { lineStyle: { color: c.line } },
    },
    yAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      axisLabel: { color: c.ink, width: 130, overflow: 'break' },
      axisLine: { lineStyle: { color: c.line } },
      axisTick: { show: false },
    },
    series: [
      {
        name: 'floor',
        type: 'bar',
        stack: 'band',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: rows.map((d) => d.band10?.[0] ?? null),
      },
      {
        name: bandLabel,
        type: 'bar',
        silent: true,
        stack: 'band',
        barWidth: 14,
        itemStyle: { color: c.band },
        data: rows.map((d) => (d.band10 ? d.band10[1] - d.band10[0] : null)),
      },
      {
        name: scoreLabel,
        type: 'scatter',
        silent: true,
        symbolSize: 10,
        itemStyle: { color: c.score },
        data: rows.map(({ score10 }, index) => (score10 === null ? null : [score10, index])),
      },
    ],
  };
}

/**
 * Charts by Apache ECharts on the server as SVG text, on Node and workerd alike. Loaded at the first chart, so that
 * a process that draws none carries none.
 */
export const echartsCharts: Charts = {
  async dimensionChart(chart) {
    const [core, charts, components, renderers] = await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
    core.use([
      charts.RadarChart,
      charts.BarChart,
      charts.ScatterChart,
      components.RadarComponent,
      components.GridComponent,
      components.LegendComponent,
      renderers.SVGRenderer,
    ]);
    const radar = isRadar(chart);
    const shape = radar
      ? size.radar
      : { width: size.bar.width, height: 76 + 44 * Math.max(1, chart.dimensions.length) };
    const drawing = core.init(null, null, { renderer: 'svg', ssr: true, ...shape });
    try {
      drawing.setOption(radar ? radarOption(chart) : barOption(chart));
      // Rules for a mouse that a picture does not have.
      return drawing.renderToSVGString().replace(/<style\b[\s\S]*?<\/style>/g, '');
    } finally {
      drawing.dispose();
    }
  },
};
