import { headStyle } from './style-head.ts';
import { printStyle } from './style-print.ts';
import { rowStyle } from './style-rows.ts';
import { typeface } from './typeface.ts';

/**
 * The stylesheet of `report.html`. The typeface is part of it, since the page must not reach for the network. Colours come in
 * pairs for light and dark with a contrast of at least 4.5, and never carry a meaning alone: a sign or a word goes along.
 * The one accent is for what can be followed or pressed.
 */
export const style = `
@font-face{font-family:Inter;src:url(data:font/woff2;base64,${typeface}) format("woff2");font-weight:400 700}
:root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#17191e;--soft:#585e69;--line:#e3e0d9;--code:#f4f2ed;--accent:#3a45b0;
--passed:#18704a;--failed:#b3241e;--warning:#855400;--cantTell:#64489c;--untested:#5f656f;--inapplicable:#6f6757;--on:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#121418;--card:#191c22;--ink:#e9e7e2;--soft:#a7adb8;--line:#2f333b;--code:#22262d;--accent:#a3adff;
--passed:#5fc790;--failed:#ff8a82;--warning:#e5b04a;--cantTell:#bda6f4;--untested:#a3a9b4;--inapplicable:#b0a795;--on:#121418}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
html.js{scroll-padding-top:6rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif}
.n,.tally,.counts b,td,output,figure text.mono{font-variant-numeric:tabular-nums}
.wrap{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
h1,h2,h3,h4{line-height:1.2;letter-spacing:-.011em;text-wrap:balance}
h2{font-size:1.55rem;font-weight:650;margin:4rem 0 1rem;letter-spacing:-.018em}
main>:first-child h2{margin-top:1.9rem}
h2 small,h3 small{font-weight:400;font-size:.95rem;color:var(--soft);letter-spacing:0}
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
${headStyle}
.broken{list-style:none;margin:0;padding:0}
.broken li{display:grid;grid-template-columns:1.4rem minmax(0,6fr) minmax(0,5fr);gap:.1rem 1rem;padding:.75rem 0 .8rem;border-top:1px solid var(--line)}.broken li:last-child{border-bottom:1px solid var(--line)}
.broken .sign{color:var(--c)}.broken h3{margin:0;text-wrap:pretty;font-size:1.05rem;letter-spacing:-.005em}.broken h3 a{color:var(--ink);text-decoration:none}.broken h3 a:hover{text-decoration:underline}
.broken h3 code{font-size:.9em}.broken p{font-size:.93rem;margin:.15rem 0 0}.broken .do{margin:0;padding-left:1rem;border-left:3px solid var(--accent)}.broken .do b{color:var(--accent);font-weight:600}
.beside{list-style:none;margin:0;padding:0}.line{padding:.4rem 0;border-bottom:1px solid var(--line);display:grid;grid-template-columns:1.4rem minmax(0,1fr) auto;gap:.1rem .4rem}.line .sign{color:var(--c)}.tag{font-size:.9rem;color:var(--soft)}
.list{padding-left:1.1rem}.list li{margin:.4rem 0;max-width:48rem}
dl{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.4rem 1.2rem;margin:.8rem 0}dt{color:var(--soft);font-size:.9rem;padding-top:.06rem}dd{margin:0;max-width:48rem}
dd a,.s>p a,.line a,.judged a,.note a{display:inline-block;min-height:1.55rem;line-height:1.55rem}
footer{color:var(--soft);font-size:.85rem;margin-top:4rem!important;padding-top:1.2rem!important;padding-bottom:3rem!important;overflow-wrap:anywhere}
@media(max-width:40rem){dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:.6rem}h2{margin-top:3rem}.broken li{grid-template-columns:1.2rem minmax(0,1fr)}.broken .do{grid-column:2;margin-top:.4rem}}
${rowStyle}
${printStyle}`;
