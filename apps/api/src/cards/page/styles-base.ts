/** Colours, type and the parts that all public pages share. */
import { PAGES, SURFACES } from './color.js';

export const BASE_STYLES = `
:root{
color-scheme:light dark;
--page:${PAGES.light};--surface:${SURFACES.light};--text:#15181d;--muted:#5a626e;--line:#e3e7ec;
--shadow:0 1px 2px rgb(16 24 40/.06),0 12px 40px rgb(16 24 40/.1)
}
@media(prefers-color-scheme:dark){:root{
--page:${PAGES.dark};--surface:${SURFACES.dark};--text:#f1f3f6;--muted:#a5adb9;--line:#2a2f38;
--shadow:0 0 0 1px #22262e
}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;-webkit-tap-highlight-color:transparent}
body{margin:0;min-height:100vh;min-height:100dvh;background:var(--page);color:var(--text);
font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
overflow-wrap:anywhere;-webkit-font-smoothing:antialiased;display:flex;flex-direction:column;
padding-inline:env(safe-area-inset-left) env(safe-area-inset-right)}
h1,h2,p,ul{margin:0}
h1{font-size:1.75rem;line-height:1.15;letter-spacing:-.02em;font-weight:700;text-wrap:balance}
h2{font-size:.8125rem;font-weight:600;color:var(--muted);letter-spacing:.01em}
a{color:inherit}
a,button{touch-action:manipulation}
[hidden]{display:none!important}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.i{width:1.5rem;height:1.5rem;flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.i.f{fill:currentColor;stroke:none}
.text{color:var(--link);text-underline-offset:.2em}
.hint,footer{color:var(--muted);font-size:.875rem}
.save{display:flex;align-items:center;justify-content:center;gap:.625rem;min-height:54px;padding:.375rem .75rem;text-wrap:balance;
border:1.5px solid var(--edge);border-radius:16px;background:var(--accent);color:var(--ink);
font-family:inherit;font-size:1.0625rem;font-weight:600;line-height:1.2;text-align:center;text-decoration:none;cursor:pointer}
.disc{display:grid;place-items:center;flex:none;width:44px;height:44px;border-radius:14px;background:var(--tint);color:var(--link)}
footer{padding:.375rem 1rem calc(.5rem + env(safe-area-inset-bottom));text-align:center}
footer .text{display:inline-block;padding:.8125rem .25rem}
footer span{font-weight:600;letter-spacing:.06em;font-size:.75rem}
@media(hover:hover){.save:hover{filter:brightness(1.08)}.text:hover{text-decoration-thickness:2px}}
@media(prefers-reduced-motion:no-preference){a,button{transition:transform .12s,background-color .12s,filter .12s}
.save:active,.tool:active,.quick:active .disc,.socials .disc:active{transform:scale(.96)}}
`;
