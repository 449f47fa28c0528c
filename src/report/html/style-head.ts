/** The part of the stylesheet for the report at a glance: masthead, verdict, APIs, counts, map and contents. */
export const headStyle = `
header{background:color-mix(in srgb,var(--c) 6%,var(--paper));border-bottom:1px solid color-mix(in srgb,var(--c) 22%,var(--paper));border-top:6px solid var(--c)}
.mast{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .9rem;padding-top:.8rem;padding-bottom:.7rem;font-size:.92rem;color:var(--soft)}
.mast b{color:var(--ink);font-size:1rem;font-weight:650;letter-spacing:-.01em}.mast .suite{margin-left:auto}
.mark{width:1.7rem;height:1.7rem;flex:none;margin-right:-.25rem}.mark .ground{fill:#3a45b0}
.hero{display:grid;grid-template-columns:minmax(0,6fr) minmax(0,7fr);gap:1.2rem 3.5rem;padding-top:.9rem;padding-bottom:1.2rem;align-items:start;border-top:1px solid color-mix(in srgb,var(--c) 14%,var(--paper))}
.over{color:var(--soft);font-size:.92rem;margin:0 0 1rem}
.subject{font-size:1.3rem;font-weight:650;line-height:1.3;margin:0;letter-spacing:-.015em}.subject a{color:inherit}.subject small{display:block;font-weight:400;font-size:.9rem;color:var(--soft);letter-spacing:0;margin-top:.15rem}
h1{display:flex;gap:.28em;align-items:center;font-size:clamp(1.5rem,7.8vw,2.8rem);font-weight:700;letter-spacing:-.03em;line-height:1.05;margin:.7rem 0 .45rem;color:var(--c)}h1 b{font-weight:inherit;white-space:nowrap}
.badge{flex:none;width:.95em;height:.95em}.badge circle{fill:var(--c)}.badge path{fill:none;stroke:var(--on);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
header.partial{background:none;border-top-style:dashed}.partial .badge circle{fill:none;stroke:var(--c);stroke-width:2;stroke-dasharray:4.6 2.31;r:11px}.partial .badge path{stroke:var(--c)}
.lead{font-size:1.08rem;max-width:34rem;line-height:1.45}
.apis{list-style:none;margin:.9rem 0 0;padding:0;font-size:.92rem;line-height:1.3}
.apis li{display:grid;grid-template-columns:1rem auto minmax(0,1fr) auto;gap:.25rem .6rem;align-items:baseline;padding:.4rem 0 .55rem}
.apis .sign,.apis .words{color:var(--c);font-weight:650}.apis .sign{text-align:center}.apis b{font-weight:600}.apis .n{text-align:right;color:var(--soft)}
.apibar{grid-column:1/-1;display:block;width:100%;height:.42rem;border-radius:3px}
.bar{display:block;width:100%;height:.6rem;margin:.9rem 0 .7rem;border-radius:6px}.fill{fill:var(--c)}.fill.cantTell{fill-opacity:.75}
.apibar .untested,.bar .untested{fill-opacity:.38}
.counts{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;list-style:none;margin:.7rem 0 0;padding:0;line-height:1.25}
.counts li{font-size:.88rem}.counts b{display:block;font-size:1.55rem;line-height:1.1;color:var(--c);letter-spacing:-.025em;font-weight:650}
.judged{margin:.7rem 0 0;font-size:.92rem}
.map>div{display:grid;grid-template-columns:6rem 3.2rem minmax(0,1fr);gap:.2rem .6rem;align-items:start;margin-bottom:.45rem}
.map .theme{line-height:1.5rem;font-size:.92rem}.tally{color:var(--soft);font-size:.88rem}.map .tally{text-align:right;line-height:1.5rem;padding-right:.2rem}
.cells{display:flex;flex-wrap:wrap;gap:4px}
.cells a{position:relative;width:1.5rem;height:1.5rem;border-radius:5px;display:grid;place-items:center;font-size:.75rem;font-weight:700;line-height:1;text-decoration:none;color:var(--on);background:var(--c)}
.cells .recommended,.shape.recommended{border-radius:50%}.cells .observed,.shape.observed{border-radius:50% 50% 5px 5px}
.cells .passed{background:color-mix(in srgb,var(--c) 18%,var(--card));color:var(--c)}
.cells .untested,.cells .inapplicable{background:none;color:var(--c);box-shadow:inset 0 0 0 1.5px color-mix(in srgb,var(--c) 55%,var(--paper))}
.cells a:hover,.cells a:focus-visible{box-shadow:0 0 0 2px var(--accent);z-index:3}
.cells a:hover::after,.cells a:focus-visible::after{content:attr(data-name) "\\a" attr(data-claim);white-space:pre-line;position:absolute;top:calc(100% + 6px);right:-3rem;width:max-content;max-width:20rem;padding:.5rem .7rem;border-radius:8px;background:var(--ink);color:var(--paper);font-size:.82rem;font-weight:400;line-height:1.4;text-align:left;pointer-events:none}
.key{color:var(--soft);font-size:.82rem;margin:.7rem 0 0;display:flex;flex-wrap:wrap;gap:.1rem .9rem;max-width:none}.key .shapes{display:flex;gap:.4rem;align-items:center;flex-basis:100%}
.shape{display:inline-block;width:.8rem;height:.8rem;border-radius:3px;background:var(--soft);opacity:.75}.shape:not(:first-child){margin-left:.5rem}.shape.observed{border-radius:50% 50% 2px 2px}
.toc{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;padding-bottom:.65rem;font-size:.92rem}.toc a{line-height:1.9rem;text-decoration:none}.toc a:hover{text-decoration:underline}.toc small{color:var(--soft);margin-left:.1rem}
@media(max-width:60rem){.hero{grid-template-columns:minmax(0,1fr);gap:1.6rem}.mast .suite{margin-left:0}.cells a:hover::after,.cells a:focus-visible::after{right:auto;left:0;max-width:14rem}}
@media(max-width:40rem){.mast{gap:.1rem .8rem}.mast span{flex-basis:100%;font-size:.85rem}.apis .n{font-size:.82rem}.apis li{grid-template-columns:1rem auto minmax(0,1fr)}.apis .n{grid-column:2/-1;text-align:left}
.counts{gap:.4rem 1rem}.counts li{font-size:.8rem}.counts b{font-size:1.3rem}.map>div{grid-template-columns:minmax(0,1fr) 3rem;margin-bottom:.7rem}.map .cells{grid-column:1/-1}.cells a:hover::after,.cells a:focus-visible::after{display:none}.toc{gap:.1rem 1.1rem}}
`;
