/** On paper: one page of summary, then what failed. Everything else is for the screen. */
export const printStyle = `
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#f5f5f5;--accent:#000;--passed:#18704a;--failed:#b3241e;--warning:#855400;
--cantTell:#64489c;--untested:#5f656f;--inapplicable:#6f6757;--on:#fff}
@page{margin:13mm}
body{font-size:9.5pt}.wrap{padding:0;max-width:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.skip,#tools,.copybutton,.jump,.toc,.perma,.after,.about,.fold,section.theme:not(:has(.r.failed)),.r:not(.failed),.heads,section:has(>#scenarios),section:has(>#doubts),section:has(>#run){display:none!important}
.hero{padding-top:.6rem;gap:1rem 2rem}.cells a{width:1.15rem;height:1.15rem}.cells{gap:2px}.map>div{margin-bottom:.25rem}.broken li{padding:.3rem 0}.broken .do,.broken p,.broken h3{font-size:8.5pt}.broken .id{font-size:7.5pt}figure svg{max-width:36rem}figure{padding:.4rem .6rem;margin:.4rem 0}.in{padding-bottom:.4rem}h2,h3,h4{break-after:avoid}h2{margin-top:1.2rem}.broken li,figure,.f,.r>summary{break-inside:avoid}
.matrix{break-before:page}.matrix:not(:has(.r.failed)){display:none}
.many .r{content-visibility:visible}.r.failed::details-content,.g:has(.r.failed)::details-content{content-visibility:visible;block-size:auto}}
`;
