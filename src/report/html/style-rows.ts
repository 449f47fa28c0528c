/** The part of the stylesheet for the matrix, what opens in it, the pictures, and the tools that the script brings. */
export const rowStyle = `
section.theme{border-top:1px solid var(--line)}.matrix .theme:last-child{border-bottom:1px solid var(--line)}
.g>summary{display:flex;flex-wrap:wrap;gap:0 .9rem;align-items:baseline;padding:.65rem .8rem .65rem .2rem;list-style:none;border-radius:6px}.g>summary::-webkit-details-marker{display:none}
.g>summary h3{margin:0;min-width:6.5rem}.g>summary::before{content:"";width:.45rem;height:.45rem;border:solid var(--soft);border-width:0 2px 2px 0;rotate:-45deg;align-self:center;margin:0 .35rem 0 .3rem}.g[open]>summary::before{rotate:45deg}
.g>summary:hover{background:color-mix(in srgb,var(--accent) 6%,transparent)}.g>summary .tally span{color:var(--c);font-weight:600}.g[open]{padding-bottom:1.6rem}
.r>summary,.heads{display:grid;grid-template-columns:6.8rem minmax(0,1fr) minmax(0,18.8rem) 5.8rem 3.2rem 1rem;gap:0 1rem;align-items:baseline}
.heads{color:var(--soft);font-size:.78rem;padding:.35rem .8rem .3rem;border-bottom:1px solid var(--line)}.heads span:nth-child(5){text-align:right}
section.theme[hidden],.r[hidden]{display:none}
.r{border-bottom:1px solid var(--line)}
.many .r{content-visibility:auto;contain-intrinsic-size:auto 3.4rem}.many .r[open]{contain-intrinsic-size:auto 40rem}
.r[open]{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--c);border-radius:10px;margin:.6rem 0}
.r:has(>:target),.f:target{outline:2px solid var(--accent);outline-offset:1px}
summary{cursor:pointer}
.r>summary{padding:.42rem .8rem;list-style:none;border-radius:6px}.r>summary::-webkit-details-marker{display:none}
.r>summary:hover{background:color-mix(in srgb,var(--accent) 6%,transparent)}
.r>summary::after{content:"";width:.5rem;height:.5rem;border:solid var(--soft);border-width:0 2px 2px 0;rotate:45deg;justify-self:end;align-self:start;margin:.3rem .15rem 0 0}
.r[open]>summary::after{rotate:225deg;margin-top:.6rem}
.state{color:var(--c);font-size:.88rem;font-weight:600;line-height:1.3;display:flex;gap:.5rem}.sign{width:1em;text-align:center;flex:none;font-weight:700}
.claim{display:block;line-height:1.35}.id{font-size:.76rem;color:var(--soft)}.broken .id a{color:inherit}.broken .id code{font-size:1em}.r>summary .id{font-size:.72rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.broken .id{display:block;margin-top:.15rem}.r[open]>summary .sub,.sub{display:block;color:var(--soft);font-size:.88rem;line-height:1.35;margin-top:.1rem}
@media(min-width:40rem){.broken .id,.beside .id{white-space:nowrap}}
.failed .claim,.warning .claim{font-weight:600}
.level{font-size:.85rem;color:var(--soft);line-height:1.35;overflow-wrap:anywhere}.n{font-size:.88rem;text-align:right}
.in{padding:.1rem 1.4rem 1.2rem;scroll-margin-top:9rem;border-top:1px solid var(--line)}
.why{font-weight:600;margin-top:.9rem}
.f{border-left:3px solid var(--c);padding:.1rem 0 .1rem 1.1rem;margin:1.2rem 0}.msg{font-weight:600;font-size:1.02rem;max-width:none}.msg code{font-weight:400}.perma{margin-left:.4rem;text-decoration:none;color:var(--soft);font-weight:400;padding:0 .35rem}
.f[id]{scroll-margin-top:5rem}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 2rem}.two p{white-space:pre-line}.f .two p{font-size:.95rem}
.f .two>div{background:var(--code);border-radius:8px;padding:.5rem .8rem .6rem}.f .two{gap:.6rem;margin:.5rem 0}.f .two h4{margin:0}.f .seen h4{color:var(--c)}
.fix{border-left:3px solid var(--accent);padding-left:1rem}.fix h4{color:var(--accent)}.f+.two,.why+.two,.note+.two{margin-top:1.2rem}
.about{font-size:.93rem;border-top:1px solid var(--line);padding-top:.9rem;margin-top:1.4rem}
.cases{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}.cases i{font-style:normal;font-weight:700;color:var(--c)}.cases .wide{flex-basis:100%}
.fold{margin:.5rem 0;font-size:.92rem}.fold summary,.s summary{padding:.2rem 0;min-height:1.5rem}.fold summary{color:var(--soft)}.fold h4{margin-top:.6rem}
.s{border-bottom:1px solid var(--line);padding:.3rem .2rem}.s[open]{padding-bottom:1rem}
.s>.s{padding-left:1.2rem;border:0}.s .sign{color:var(--c);display:inline-block}.s .state{display:inline}
.s [id]{scroll-margin-top:7rem}
figure{margin:1rem 0;max-width:61rem;padding:.9rem 1rem .7rem;border:1px solid var(--line);border-radius:10px;background:var(--card)}
figcaption{font-size:.88rem;color:var(--soft);margin-top:.5rem}figure .fold{margin:.2rem 0 0}
.scroll{overflow-x:auto}.scroll>svg{display:block;width:100%;min-width:38rem;max-width:56rem;height:auto;font-size:12px}
figure text{fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}figure text.soft{fill:var(--soft)}figure text.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:11px}
.lanes{position:relative;padding-top:1.3rem;max-width:58rem;font-size:.8rem;line-height:24px}.lanes svg{overflow:visible}.axis{position:absolute;top:0;left:15.2rem;width:calc(100% - 29.2rem);height:100%;font-size:12px}
.tr{display:grid;grid-template-columns:3.2rem 12rem minmax(0,1fr) 14rem;position:relative}.tr .t{text-align:right;padding-right:.8rem;color:var(--soft)}.tr code{font-size:.72rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.lane{display:block;width:100%;height:24px;border-bottom:1px solid var(--line)}.tr .note{padding-left:.9rem;font-size:.8rem;color:var(--ink);line-height:1.25;align-self:center}.tr .note.bad{color:var(--failed);font-weight:600}.tr .note.soft{color:var(--soft)}
.lanes .cut{border-top:1px dashed var(--soft);margin:0;text-align:right;color:var(--soft);line-height:1.2;max-width:none}
figure text.bad{fill:var(--failed);font-weight:600}
figure path,figure line{fill:none;stroke-width:1.5}.hair{stroke:var(--line);stroke-width:1!important}.due{stroke:var(--accent);stroke-dasharray:3 3}
.band{fill:var(--accent);fill-opacity:.16}.taken{stroke:var(--accent);stroke-width:2.5!important}.taken.bad{stroke:var(--failed)}.slow{stroke:var(--soft);stroke-width:2.5!important;stroke-dasharray:1 3}
circle.good,.page{fill:var(--passed)}circle.refused,circle.lost{fill:var(--card);stroke:var(--warning);stroke-width:2.5}circle.lost{stroke-dasharray:2 2}
circle.bad,.page.bad{fill:var(--failed)}circle.ring{fill:none;stroke:var(--failed);stroke-width:1.5}circle.missed{fill:none;stroke:var(--failed);stroke-width:2;stroke-dasharray:3 2}.page{fill-opacity:.8}
.end{fill:var(--soft)!important}.cut{stroke:var(--soft);stroke-dasharray:6 4}.fall{stroke:var(--passed);stroke-width:2!important}
.refusal{stroke:var(--warning);stroke-width:2!important}.refusal.bad{stroke:var(--failed)}.span{fill:var(--accent);fill-opacity:.55}.span.other{fill-opacity:.25}
table{border-collapse:collapse;font-size:.88rem;min-width:44rem;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{color:var(--soft);font-weight:600}
#tools:empty{display:none}
#tools{position:sticky;top:0;z-index:2;background:var(--paper);display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;padding:.6rem 0;border-bottom:1px solid var(--line);margin-top:.8rem}
#tools input,#tools select,#tools button,.copybutton{font:inherit;font-size:.92rem;color:var(--ink);background:var(--card);border:1px solid color-mix(in srgb,var(--soft) 65%,var(--paper));border-radius:8px;padding:.3rem .7rem;min-height:2.2rem}
#tools input{flex:1 1 12rem;min-width:9rem}#tools button,.copybutton{cursor:pointer}#tools button:hover,.copybutton:hover{border-color:var(--accent)}
#tools button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--on)}
#tools output{font-size:.9rem;color:var(--soft);margin-left:auto}.chips{display:flex;flex-wrap:wrap;gap:.3rem}
.copyable{position:relative}.copyable pre{padding-right:5.2rem}.copybutton{position:absolute;top:.3rem;right:.3rem;font-size:.8rem!important;min-height:1.75rem!important;padding:.1rem .6rem!important}
.jump{position:sticky;bottom:1rem;z-index:2;display:flex;justify-content:flex-end;pointer-events:none;margin-top:1rem}.jump button{pointer-events:auto;font:inherit;font-size:.9rem;font-weight:600;color:var(--on);background:var(--failed);border:0;border-radius:2rem;padding:.45rem 1.1rem;min-height:2.4rem;cursor:pointer;box-shadow:0 2px 10px rgb(0 0 0/.25)}
.after{font-size:.92rem;margin-top:1rem}
@media(max-width:60rem){.heads{display:none}.r>summary{display:block;position:relative;padding-right:2.4rem}.r>summary::after{position:absolute;right:.9rem;top:.7rem}
.r>summary .id{display:block;white-space:normal}.level,.n{font-size:.82rem;color:var(--soft)}.r .n:not(:empty)::before{content:"· "}.n .sr{position:static;width:auto;height:auto;clip-path:none;white-space:normal}}
@media(max-width:40rem){.two{grid-template-columns:minmax(0,1fr)}.in{padding:.1rem .9rem 1rem}.f{padding-left:.8rem}#tools{position:static}figure{padding:.7rem .8rem}.axis{left:0;width:100%}.tr{display:flex;flex-wrap:wrap;gap:0 .5rem;padding-top:.3rem;align-items:baseline}.tr .t{padding:0}.tr .note{padding:0}.tr code{white-space:normal}.tr .lane{order:1;flex-basis:100%}.lanes{line-height:1.3}.lane{height:24px}}
`;
