/** The card: one column on a phone, two from 820 px. */

export const CARD_STYLES = `
.card{position:relative;width:100%;max-width:480px;margin:0 auto;background:var(--surface);display:flex;flex-direction:column;flex:1}
.cover{display:flex;align-items:flex-start;height:132px;background:radial-gradient(120% 150% at 88% -30%,rgb(255 255 255/.34),transparent 62%),
linear-gradient(165deg,transparent 40%,rgb(0 0 0/.18)) var(--accent)}
.cover .tool{width:48px;height:48px;margin:.875rem .875rem 0 auto;border:0}
.id{padding:0 1.25rem;margin-top:-64px;text-align:center}
.photo{display:grid;place-items:center;width:128px;height:128px;margin:0 auto .875rem;border-radius:50%;object-fit:cover;
border:5px solid var(--surface);background:var(--tint);color:var(--link);font-size:2.75rem;font-weight:600;letter-spacing:-.02em}
.role{margin-top:.375rem;font-size:1.0625rem}
.company{margin-top:.125rem;font-weight:600;color:var(--link)}
.tagline{margin:.75rem auto 0;max-width:36ch;color:var(--muted);white-space:pre-line;text-wrap:balance}
.demo{display:inline-block;margin-top:.875rem;padding:.1875rem .75rem;border:1px solid var(--line);border-radius:99px;line-height:1.3;color:var(--muted);font-size:.8125rem}
.quicks{display:flex;justify-content:center;gap:.5rem;padding:1.375rem 1.25rem 0}
.quick{flex:1;max-width:104px;display:flex;flex-direction:column;align-items:center;gap:.4375rem;min-width:0;
font-size:.8125rem;font-weight:500;text-align:center;text-decoration:none}
.quick .disc{width:100%;height:56px;border-radius:18px}
.details{padding:1.5rem 1.25rem .75rem}
.details h2{padding:0 .25rem .5rem}
.details ul{padding:0;list-style:none;border:1px solid var(--line);border-radius:20px;overflow:hidden}
.details li+li{border-top:1px solid var(--line)}
.row{display:flex;align-items:center;gap:.875rem;min-height:68px;padding:.6875rem .75rem;text-decoration:none}
.row>.i{width:1.25rem;height:1.25rem;color:var(--muted)}
.line{flex:1;min-width:0}
.line small{display:block;font-size:.8125rem;color:var(--muted)}
.line b{font-weight:500}
.number{white-space:nowrap;font-variant-numeric:tabular-nums}
ul+h2{margin-top:1.375rem}
.socials{display:flex;flex-wrap:wrap;gap:.5rem}
.socials .disc{flex:1;max-width:64px;min-width:44px;height:48px}
.bar{position:sticky;bottom:0;z-index:1;display:flex;gap:.5rem;margin-top:auto;
padding:.75rem 1.25rem calc(.75rem + env(safe-area-inset-bottom));
background:linear-gradient(transparent,var(--surface) 20%)}
.bar .save{flex:1}
.card:not(.full) .bar{margin-top:1.25rem}
.tool{display:grid;place-items:center;flex:none;width:54px;height:54px;padding:0;border:1px solid var(--line);border-radius:16px;
background:var(--surface);color:var(--link);cursor:pointer}
.toast{position:fixed;left:50%;bottom:calc(5.5rem + env(safe-area-inset-bottom));z-index:2;transform:translateX(-50%);
width:max-content;max-width:calc(100vw - 2rem);padding:.625rem 1.125rem;border-radius:14px;background:var(--text);color:var(--surface);
font-size:.9375rem;font-weight:500;text-align:center;user-select:all;-webkit-user-select:all}
.toast:empty{opacity:0;pointer-events:none}
@media(hover:hover){.row:hover,.tool:hover{background:var(--tint)}.quick:hover .disc,.socials .disc:hover{background:var(--accent);color:var(--ink)}}
@media(min-width:520px){
body{padding-top:2.5rem;padding-inline:max(1rem,env(safe-area-inset-left)) max(1rem,env(safe-area-inset-right))}
.card{flex:none;border-radius:28px;box-shadow:var(--shadow)}
.cover{border-radius:28px 28px 0 0}
.bar{border-radius:0 0 28px 28px;padding-bottom:1.25rem}
}
@media(min-width:820px){
body{justify-content:center;padding-bottom:1rem}
.full{display:grid;max-width:900px;grid-template:"cover cover" 168px "id details" auto "quicks details" auto "bar details" 1fr/minmax(0,400px) minmax(0,1fr)}
.full .cover{grid-area:cover;height:auto}
.full .id{grid-area:id;padding:0 2rem}
.full .photo{width:144px;height:144px}
.full .quicks{grid-area:quicks;padding:1.5rem 2rem 0}
.full .details{grid-area:details;padding:1.75rem 2rem 2rem 1rem}
.full .bar{grid-area:bar;position:static;align-self:start;margin:0;padding:1.5rem 2rem 2rem;background:none}
}
@media print{.bar,.quicks,footer{display:none}}
`;
