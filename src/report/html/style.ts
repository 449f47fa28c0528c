import { rowStyle } from './style-rows.ts';

/**
 * The stylesheet of `report.html`. System fonts only, since the page must not reach for the network. Colours come in
 * pairs for light and dark with a contrast of at least 4.5, and never carry a meaning alone: a sign or a word goes along.
 * The one accent is for what can be followed or pressed.
 */
export const style = `
:root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#17191e;--soft:#585e69;--line:#e3e0d9;--code:#f4f2ed;--accent:#3a45b0;
--passed:#18704a;--failed:#b3241e;--warning:#855400;--cantTell:#64489c;--untested:#5f656f;--inapplicable:#6f6757;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#121418;--card:#191c22;--ink:#e9e7e2;--soft:#a7adb8;--line:#2f333b;--code:#22262d;--accent:#a3adff;
--passed:#5fc790;--failed:#ff8a82;--warning:#e5b04a;--cantTell:#bda6f4;--untested:#a3a9b4;--inapplicable:#b0a795;--on:#121418}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
html.js{scroll-padding-top:6rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif;
font-variant-numeric:tabular-nums}
.wrap{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
h1,h2,h3,h4{line-height:1.2;letter-spacing:-.011em;text-wrap:balance}
h2{font-size:1.55rem;font-weight:650;margin:4rem 0 1rem;letter-spacing:-.018em}
main>:first-child h2{margin-top:2.6rem}
h2 small,h3 small{font-weight:400;font-size:.95rem;color:var(--soft);letter-spacing:0;margin-left:.35rem}
h3{font-size:1.05rem;font-weight:650;margin:2rem 0 .4rem}
h4{font-size:.8rem;font-weight:600;color:var(--soft);margin:1.1rem 0 .2rem;letter-spacing:.01em}
p{margin:.35rem 0;max-width:48rem}a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.07em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
code,pre{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.84em}
pre{background:var(--code);border-radius:8px;padding:.7rem .9rem;margin:.3rem 0;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem}
code,.claim,h1,h2,h3,.subject,.lead,dd,p,li,figcaption,summary{overflow-wrap:anywhere}
small{font-size:.85em}.soft,.note{color:var(--soft)}.note{font-size:.92rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;z-index:9;background:var(--card);padding:.6rem 1rem;border-radius:8px}
.passed{--c:var(--passed)}.failed{--c:var(--failed)}.warning{--c:var(--warning)}.cantTell{--c:var(--cantTell)}
.partial{--c:var(--passed)}.untested{--c:var(--untested)}.inapplicable{--c:var(--inapplicable)}
header{background:color-mix(in srgb,var(--c) 6%,var(--paper));border-bottom:1px solid color-mix(in srgb,var(--c) 22%,var(--paper));border-top:6px solid var(--c)}
.hero{display:grid;grid-template-columns:minmax(0,6fr) minmax(0,7fr);gap:1.5rem 3.5rem;padding-top:2rem;padding-bottom:2rem;align-items:start}
.over{color:var(--soft);font-size:.92rem;margin:0 0 1rem}
.subject{font-size:1.3rem;font-weight:600;line-height:1.3;margin:0;letter-spacing:-.01em}.subject small{display:block;font-weight:400;font-size:.92rem;color:var(--soft);letter-spacing:0}
h1{display:flex;gap:.28em;align-items:center;font-size:clamp(1.5rem,7.8vw,3.1rem);font-weight:700;letter-spacing:-.032em;line-height:1.05;margin:.9rem 0 .6rem;color:var(--c)}h1 b{font-weight:inherit;white-space:nowrap}
.badge{flex:none;width:1em;height:1em}.badge circle{fill:var(--c)}.badge path{fill:none;stroke:var(--on);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
header.partial{background:none;border-top-style:dashed}.partial .badge circle{fill:none;stroke:var(--c);stroke-width:2;stroke-dasharray:4.6 2.31;r:11px}.partial .badge path{stroke:var(--c)}
.lead{font-size:1.15rem;max-width:34rem}
.bar{display:block;width:100%;height:.7rem;margin:1.3rem 0 .8rem;border-radius:6px}.bar .fill{fill:var(--c)}
.bar .untested,.bar .inapplicable{fill-opacity:.45}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 1.35rem;list-style:none;margin:0;padding:0;line-height:1.3}
.counts li{font-size:.9rem}.counts b{display:block;font-size:1.7rem;line-height:1.1;color:var(--c);letter-spacing:-.02em}.counts .none b{color:var(--soft);font-weight:500}
.counts small{display:block;color:var(--warning)}
.judged{margin-top:1.1rem;font-size:.95rem}
.map>div{display:grid;grid-template-columns:6.4rem 3.2rem minmax(0,1fr);gap:.2rem .6rem;align-items:start;margin-bottom:.5rem}
.map .theme{line-height:1.5rem;font-size:.95rem}.tally{color:var(--soft);font-size:.88rem;text-align:right;line-height:1.5rem;padding-right:.2rem}
.cells{display:flex;flex-wrap:wrap;gap:3px}
.cells a{width:1.5rem;height:1.5rem;border-radius:5px;display:grid;place-items:center;font-size:.75rem;font-weight:700;line-height:1;text-decoration:none;color:var(--on);background:var(--c)}
.cells .passed{background:color-mix(in srgb,var(--c) 18%,var(--card));color:var(--c)}
.cells .untested,.cells .inapplicable{background:none;color:var(--c);box-shadow:inset 0 0 0 1.5px var(--c)}
.cells a:hover{box-shadow:0 0 0 2px var(--accent)}
.key{color:var(--soft);font-size:.82rem;margin-top:.9rem}
.broken{list-style:none;margin:0;padding:0}
.broken li{display:grid;grid-template-columns:1.4rem minmax(0,6fr) minmax(0,5fr);gap:.1rem 1rem;padding:.75rem 0 .8rem;border-top:1px solid var(--line)}.broken li:last-child{border-bottom:1px solid var(--line)}
.broken .sign{color:var(--c)}.broken h3{margin:0;text-wrap:pretty;font-size:1.05rem;letter-spacing:-.005em}.broken h3 a{color:var(--ink);text-decoration:none}.broken h3 a:hover{text-decoration:underline}
.broken p{font-size:.93rem;margin:.15rem 0 0}.broken .do{margin:0;padding-left:1rem;border-left:3px solid var(--accent)}.broken .do b{color:var(--accent);font-weight:600}
.beside{list-style:none;margin:0;padding:0}.line{padding:.4rem 0;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.1rem .8rem}.tag{color:var(--soft)}
.list{padding-left:1.1rem}.list li{margin:.4rem 0;max-width:48rem}
dl{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.4rem 1.2rem;margin:.8rem 0}dt{color:var(--soft);font-size:.9rem;padding-top:.06rem}dd{margin:0;max-width:48rem}
dd a,.s>p a,.line a,.judged a,.note a{display:inline-block;min-height:1.55rem;line-height:1.55rem}
footer{color:var(--soft);font-size:.85rem;margin-top:4rem!important;padding-top:1.2rem!important;padding-bottom:3rem!important;overflow-wrap:anywhere}
@media(max-width:60rem){.hero{grid-template-columns:minmax(0,1fr);gap:2rem}}
@media(max-width:40rem){.counts{gap:.4rem .7rem}.counts li{font-size:.78rem}.counts b{font-size:1.35rem}.map>div{grid-template-columns:7rem 3rem minmax(0,1fr);margin:0}.cells .passed,.key{display:none}.cells a{width:1.5rem;height:1.5rem}.map .theme,.tally{line-height:1.9rem}
dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.6rem}h2{margin-top:3rem}.broken li{grid-template-columns:1.2rem minmax(0,1fr)}.broken .do{grid-column:2;margin-top:.4rem}}
${rowStyle}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#f5f5f5;--accent:#000;--passed:#18704a;--failed:#b3241e;--warning:#855400;
--cantTell:#64489c;--untested:#5f656f;--inapplicable:#6f6757;--on:#fff}
body{font-size:9.5pt}.wrap{padding:0;max-width:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}.skip,#tools,.copybutton{display:none!important}
.hero{grid-template-columns:minmax(0,1fr);padding-top:.8rem;gap:1rem}h2,h3,h4,.heads{break-after:avoid}h2{margin-top:1.6rem}.broken li,figure,.f,.r>summary{break-inside:avoid}
.r{content-visibility:visible!important}.doubt::details-content,.r.failed::details-content{content-visibility:visible;block-size:auto}}
`;
