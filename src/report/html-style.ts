/**
 * The one stylesheet of `report.html`. System fonts only, since the page must not reach for the network. Colours come in
 * pairs for light and dark with a contrast of at least 4.5, and never carry a meaning alone: a sign or a word goes along.
 */
export const style = `
:root{color-scheme:light dark;--paper:#fcfbf8;--card:#fff;--ink:#1d1f23;--soft:#5b616b;--line:#e2ded5;--code:#f4f1ea;
--passed:#1f7a4d;--failed:#b4231f;--warning:#8f5b00;--cantTell:#6b4fa3;--untested:#676d77;--inapplicable:#7d7668;--link:#1d5fa8}
@media(prefers-color-scheme:dark){:root{--paper:#14161a;--card:#1b1e24;--ink:#e8e6e1;--soft:#a2a8b3;--line:#31353d;--code:#23272f;
--passed:#55c48a;--failed:#ff7f78;--warning:#e5b04a;--cantTell:#b59cf0;--untested:#9aa1ac;--inapplicable:#a69e8e;--link:#83b8f2}}
*{box-sizing:border-box}html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
main,header,footer{max-width:66rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3rem}
h1,h2,h3{font-family:ui-serif,Charter,"Iowan Old Style","Source Serif Pro",Georgia,serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(2.2rem,6vw,3.6rem);margin:.2rem 0 .6rem;letter-spacing:-.015em}h1::first-letter{text-transform:uppercase}
h2{font-size:1.5rem;margin:3.5rem 0 .9rem}h3{font-size:1.1rem;margin:1.2rem 0 .3rem}
p{margin:.4rem 0;max-width:46rem}a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
code,pre{font:.84em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{background:var(--code);border-radius:6px;padding:.6rem .8rem;margin:.3rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
.over{color:var(--soft);font-size:.9rem;margin:0}.lead{font-size:1.15rem}
.passed{--c:var(--passed)}.failed{--c:var(--failed)}.warning{--c:var(--warning)}.cantTell{--c:var(--cantTell)}
.untested{--c:var(--untested)}.inapplicable{--c:var(--inapplicable)}
h1.passed,h1.failed,h1.warning{color:var(--c)}
.bar{display:flex;gap:2px;height:.7rem;margin:1.6rem 0 .7rem;border-radius:99px;overflow:hidden}.bar i{background:var(--c);min-width:3px}
.bar .untested,.bar .inapplicable{opacity:.45}
.counts{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;list-style:none;margin:0;padding:0}.counts b{color:var(--c);font-size:1.15rem}
.grid{display:grid;grid-template-columns:max-content max-content 1fr;gap:.55rem 1.2rem;align-items:center;margin:0}
.grid>*{min-width:0}.grid .tally{color:var(--soft);font-size:.9rem;text-align:right}
dd,.claim,h1,.lead{overflow-wrap:anywhere}.cells{display:flex;flex-wrap:wrap;gap:3px}
.cells a{width:1.5rem;height:1.5rem;border-radius:4px;display:grid;place-items:center;font-size:.75rem;line-height:1;text-decoration:none;
color:var(--card);background:var(--c)}
.cells .untested,.cells .inapplicable{background:none;color:var(--c);box-shadow:inset 0 0 0 1.5px var(--c)}.cells a:hover{filter:brightness(1.15)}
.key{color:var(--soft);font-size:.85rem;margin-top:.9rem}
details.r{background:var(--card);border:1px solid var(--line);border-radius:9px;margin:.45rem 0;content-visibility:auto;contain-intrinsic-size:auto 3.6rem}
details.r[open]{contain-intrinsic-size:auto 30rem}details.r:target{border-color:var(--link)}
details.failed{border-left:4px solid var(--failed)}details.warning{border-left:4px solid var(--warning)}
summary{cursor:pointer}
.r>summary{display:grid;grid-template-columns:1.4rem 1fr max-content;gap:.1rem .7rem;padding:.6rem .9rem;list-style:none}
.r>summary::-webkit-details-marker{display:none}
.sign{color:var(--c);font-weight:700;text-align:center}.claim{display:block}
.r>summary small{color:var(--soft);font-size:.82rem;display:block;overflow-wrap:anywhere}
.state{color:var(--c);font-size:.88rem;font-weight:600;text-align:right}.state small{font-weight:400}
.in{padding:.2rem 1.2rem 1.1rem 3rem;border-top:1px solid var(--line)}
.f{border-left:3px solid var(--c);padding:.1rem 0 .1rem 1rem;margin:1rem 0}.f p{margin:0 0 .3rem;font-weight:600;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:8.5rem 1fr;gap:.35rem 1rem;margin:.6rem 0}dt{color:var(--soft);font-size:.88rem;padding-top:.1rem}
dd{margin:0;min-width:0;max-width:46rem;overflow-wrap:anywhere;white-space:pre-line}dd pre{margin:0}dd p{margin:0}
.cases{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem .9rem;font-size:.88rem}
.cases li::before{content:attr(data-sign) " ";color:var(--c);font-weight:700}.cases .wide{flex-basis:100%}
.note{color:var(--soft)}.list{padding-left:1.1rem}.list li{margin:.3rem 0;max-width:46rem}
footer{color:var(--soft);font-size:.88rem;margin-top:4rem;padding-bottom:3rem}
@media(max-width:40rem){main,header,footer{padding-left:1rem;padding-right:1rem}.grid{grid-template-columns:1fr max-content}.cells{grid-column:1/-1;grid-row:auto}
.grid .cells{order:0}.in{padding-left:1rem}dl{grid-template-columns:1fr;gap:0 0}dd{margin-bottom:.5rem}.r>summary{grid-template-columns:1.2rem 1fr}
.state{grid-column:2;text-align:left}.cells a{width:1.7rem;height:1.7rem}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#f5f5f5;--passed:#1f7a4d;--failed:#b4231f;--warning:#8f5b00;
--cantTell:#6b4fa3;--untested:#676d77;--inapplicable:#7d7668;--link:#000}body{font-size:10pt}header{padding-top:0}details.r{break-inside:avoid;content-visibility:visible}
details::details-content{content-visibility:visible;block-size:auto}h2{break-after:avoid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}.skip{display:none}}
`;
