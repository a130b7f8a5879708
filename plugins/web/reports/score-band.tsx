import './score-band.css';

/** A score on a line from 0 to 10 with its error band; the words beside it carry the numbers. */
export function ScoreBand(props: {
  readonly score10: number | null;
  readonly band10: readonly [number, number] | null;
  /** Lines where the suggestion changes. */
  readonly cuts?: readonly number[];
}) {
  const { score10, band10, cuts = [] } = props;
  const x = (value: number) => 4 + value * 19.2;
  return (
    <svg className="j-band" viewBox="0 0 200 24" preserveAspectRatio="none" aria-hidden="true">
      <line className="j-band__axis" x1={x(0)} x2={x(10)} y1="12" y2="12" />
      {cuts.map((cut) => (
        <line key={cut} className="j-band__cut" x1={x(cut)} x2={x(cut)} y1="2" y2="22" />
      ))}
      {band10 && (
        <rect
          className="j-band__range"
          x={x(band10[0])}
          y="7"
          width={Math.max(1, x(band10[1]) - x(band10[0]))}
          height="10"
          rx="3"
        />
      )}
      {score10 !== null && (
        <rect className="j-band__score" x={x(score10) - 2} y="3" width="4" height="18" rx="2" />
      )}
    </svg>
  );
}
