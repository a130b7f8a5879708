/** The look of the exported report, on screen and on paper. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 860px; padding: 24px 16px 48px; color: #191e28; background: #fff;
  font: 15px/1.65 -apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 26px; margin: 8px 0 0; }
h2 { font-size: 18px; margin: 0 0 8px; }
h3 { font-size: 15px; margin: 16px 0 4px; }
section { margin: 28px 0 0; break-inside: auto; }
p { margin: 4px 0; }
ul, ol { margin: 4px 0; padding-left: 1.3em; }
.muted, small, dt { color: #5a6575; font-size: 13px; }
.label { display: inline-block; border: 1px solid #848f9f; border-radius: 6px; padding: 2px 10px; font-size: 13px; color: #4a5464; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 12px 0 4px; }
.facts div { max-width: 100%; }
dd { margin: 0; overflow-wrap: anywhere; }
.suggestion { border-left: 5px solid #848f9f; padding: 4px 0 4px 16px; }
.suggestion.advance { border-color: #17714a; }
.suggestion.hold { border-color: #8a5300; }
.suggestion.do_not_advance { border-color: #b3261e; }
.big { font-size: 22px; font-weight: 650; }
.score { font-variant-numeric: tabular-nums; }
.limits { border: 1px solid #e1e5eb; border-radius: 10px; padding: 12px 16px; background: #f6f7f9; }
figure { margin: 0; max-width: 460px; }
figure svg { max-width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; margin: 8px 0; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid #e1e5eb; overflow-wrap: anywhere; }
thead th { font-size: 13px; color: #5a6575; font-weight: 500; }
thead th:not(:last-child), .short { overflow-wrap: normal; white-space: nowrap; }
article { border: 1px solid #e1e5eb; border-radius: 10px; padding: 12px 16px; margin: 12px 0; }
blockquote { margin: 8px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: #fdf1dc; border-bottom: 2px solid #8a5300; padding: 0 1px; }
mark sup { color: #8a5300; font-size: 10px; margin-left: 1px; }
del { color: #5a6575; }
@media (max-width: 560px) { table, tbody, tr, td, tr > th { display: block; border: 0; padding: 2px 0; } thead { display: none; } tr { border-bottom: 1px solid #e1e5eb; padding: 8px 0; } }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } article, tr, figure { break-inside: avoid; } mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;
