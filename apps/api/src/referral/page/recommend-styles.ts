/** The form, and the pages of whoever recommends and is recommended: beside the card's own style sheet, on these pages alone. */
export const RECOMMEND_STYLES = `
:root{--bad:#b3261e;--bad-tint:#fceeec}
@media(prefers-color-scheme:dark){:root{--bad:#ffb4ab;--bad-tint:#3b1d1b}}
.refer{padding:1rem 1.25rem 0}
.refer .choice{display:flex;align-items:center;justify-content:center;gap:.625rem;background:var(--tint);border-color:var(--edge);font-weight:600}
.card:not(.full) .refer{padding-bottom:1.25rem}
.rec:not(.open):not(:target){display:none}
body:has(#recommander:target)>:not(#recommander){display:none}
.rec h1{font-size:1.5rem}
.rec fieldset{min-width:0;margin:1.25rem 0 0;padding:0;border:0}
.rec legend{padding:0 0 .5rem;font-size:1.0625rem;font-weight:600}
.field{display:block;margin-bottom:.75rem}
.field>span:first-child{display:block;margin-bottom:.25rem;font-size:.9375rem;font-weight:500}
.field input,.field textarea{display:block;width:100%;min-height:50px;padding:.6875rem .875rem;border:1px solid var(--muted);border-radius:14px;
background:var(--surface);color:inherit;font:inherit;font-size:1rem}
.field textarea{resize:vertical}
.field ::placeholder{color:var(--muted);opacity:1}
[aria-invalid=true]{border-color:var(--bad)!important;box-shadow:inset 0 0 0 1px var(--bad)}
.bad{display:block;margin-top:.25rem;color:var(--bad);font-size:.875rem;font-weight:500}
.bad:empty{display:none}
.rec fieldset .hint{margin-top:-.25rem}
.rec details{margin-top:.25rem}
.rec summary{display:flex;flex-wrap:wrap;align-items:center;gap:0 .5rem;min-height:44px;color:var(--link);font-weight:500;cursor:pointer}
.rec summary:before{content:"+";width:1rem;font-size:1.25rem;line-height:1}
.rec [open]>summary:before{content:"–"}
.rec summary::-webkit-details-marker{display:none}
.rec summary small{color:var(--muted);font-size:.875rem;font-weight:400}
.rec details[open]>summary{margin-bottom:.5rem}
.declare{display:flex;gap:.75rem;margin-top:1rem;padding:.875rem;border:1px solid var(--line);border-radius:14px;cursor:pointer}
.declare input{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--link)}
.rec form .save{width:100%;margin-top:1rem}
.rec form .save[disabled]{opacity:.6;cursor:default}
.rec form>.hint{margin-top:.875rem}
.trap{display:none}
.alert,.said:not(:empty){margin-top:1rem;padding:.75rem 1rem;border-radius:14px;background:var(--bad-tint)}
.alert p,.alert a{color:var(--bad)}
.alert p{font-weight:600}
.alert ul{padding:0;list-style:none}
.sheet .alert li{margin:0;color:var(--bad)}
.alert a{display:block;padding:.25rem 0}
.said.wait{background:var(--tint);color:var(--link)}
.as{margin-top:1.25rem;padding:.75rem 1rem;border-radius:14px;background:var(--tint)}
.as .text{display:inline-block;padding:.625rem 0}
.message{margin-top:1rem;padding:1rem;border-radius:4px 16px 16px 16px;background:var(--tint);white-space:pre-line;user-select:all;-webkit-user-select:all}
.sheet>.ways{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem;padding:0;list-style:none}
.sheet .ways li{flex:1 1 8.75rem;margin:0}
.ways a,.ways button{display:flex;align-items:center;justify-content:center;gap:.5rem;width:100%;min-height:52px;padding:0 .75rem;
border:1px solid var(--edge);border-radius:16px;background:none;color:var(--link);font:inherit;font-weight:600;text-align:center;text-decoration:none;overflow-wrap:normal;cursor:pointer}
@media(prefers-reduced-motion:no-preference){.refer .choice,.ways a,.ways button{transition-property:transform}}
.ways .first{background:var(--accent);color:var(--ink)}
.rec .answer .save{margin:0}
.answer{display:grid;gap:.625rem;margin-top:1.25rem}
.answer .no{min-height:54px;border:1.5px solid var(--edge);border-radius:16px;background:none;color:var(--link);font:inherit;font-weight:600;cursor:pointer}
.quiet{margin-top:2rem;border-top:1px solid var(--line)}
.quiet>h2{margin-top:1.5rem;font-size:1.0625rem;color:inherit}
.quiet>p{margin-top:.75rem}
.quiet .text,.after .text{display:inline-block;padding:.6875rem 0;font-weight:500}
.plain{border:0;background:none;font:inherit;text-decoration:underline;cursor:pointer}
.thanks>*+*{margin-top:.75rem}
.thanks>h1{outline:0}
.thanks>h2{margin-top:1.75rem;font-size:1.0625rem;color:inherit}
.thanks>.ways{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
.after{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.sheet>.sent{padding:0;list-style:none}
.sheet .sent>li{margin:0;padding:1rem 0;border-top:1px solid var(--line)}
.sent .line{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;justify-content:space-between}
.state{padding:.125rem .75rem;border-radius:99px;background:var(--tint);color:var(--link);font-size:.875rem;font-weight:500}
.sent .ways{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.75rem;padding:0;list-style:none}
.sent .ways a{min-height:44px}
@media(hover:hover){.ways a:hover,.ways button:hover,.answer .no:hover{background:var(--tint)}.ways .first:hover{background:var(--accent);filter:brightness(1.08)}}
@media(min-width:480px){.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 .75rem;align-items:start}.answer{grid-template-columns:1fr 1fr}}
@media(min-width:820px){.full{grid-template:"cover cover" 168px "id details" auto "quicks details" auto "refer details" auto "bar details" 1fr/minmax(0,400px) minmax(0,1fr)}
.full .refer{grid-area:refer;padding:1.25rem 2rem 0}}
`;
