/** On paper: one page of summary, then what failed. Everything else is for the screen. */
export const printStyle = `
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#f5f5f5;--accent:#000;--passed:#18704a;--failed:#b3241e;--warning:#855400;
--cantTell:#64489c;--untested:#5f656f;--inapplicable:#6f6757;--on:#fff}
@page{margin:14mm}
body{font-size:9.5pt}.wrap{padding:0;max-width:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.skip,#tools,.copybutton,.jump,.toc,.perma,.after,.theme:not(:has(.r.failed)),.r:not(.failed),.heads,section:has(>#scenarios),section:has(>#doubts),section:has(>#run){display:none!important}
.hero{padding-top:.6rem;gap:1rem 2rem}h2,h3,h4{break-after:avoid}h2{margin-top:1.2rem}.broken li,figure,.f,.r>summary{break-inside:avoid}
.matrix{break-before:page}.matrix:not(:has(.r.failed)){display:none}
.r.failed::details-content,.g:has(.r.failed)::details-content{content-visibility:visible;block-size:auto}}
`;
