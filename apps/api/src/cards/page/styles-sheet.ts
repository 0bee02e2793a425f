/** The QR page, the information page and the page for an unknown card. */

export const SHEET_STYLES = `
.sheet{width:100%;max-width:640px;margin:0 auto;padding:1.25rem;background:var(--surface);flex:1}
.sheet>p,.sheet>ul{margin-top:.75rem}
.sheet>ul{padding-left:1.25rem}
.sheet li+li{margin-top:.375rem}
.sheet>h2{margin-top:1.75rem;font-size:1.0625rem;color:inherit;letter-spacing:-.01em}
.sheet>h2+p,.sheet>h2+ul{margin-top:.375rem}
.back{display:inline-flex;align-items:center;gap:.5rem;min-height:44px;margin-bottom:.75rem;color:var(--link);font-weight:500;text-decoration:none}
.back .i{width:1.25rem;height:1.25rem}
.sheet>.hint:first-of-type{margin-top:.25rem}
.done{padding:.75rem 1rem;border-radius:14px;background:var(--tint);color:var(--link);font-weight:500}
.choose{margin-top:1.25rem;padding:1.25rem;border:1px solid var(--line);border-radius:20px}
.choose .save{width:100%;margin:.875rem 0}
.choose strong{font-weight:500}
.qr,.lost{text-align:center}
.qr{max-width:480px}
.qr .back{display:flex}
.code{display:block;width:100%;max-width:340px;height:auto;aspect-ratio:1;margin:1.25rem auto 0;border-radius:24px;background:#fff;border:1px solid var(--line)}
.address{font-weight:500;font-size:1.0625rem}
.qr .hint{max-width:34ch;margin-inline:auto}
.choices{display:flex;flex-wrap:wrap;gap:.5rem}
.sheet>.choices{margin-top:1.5rem}
.choice{flex:1 1 12rem;display:grid;place-items:center;min-height:52px;padding:0 1rem;border:1px solid var(--line);border-radius:16px;color:var(--link);font-weight:500;text-decoration:none}
.lost{display:flex;flex-direction:column;justify-content:center;min-height:60vh}
.lost .big{font-size:5rem;font-weight:700;line-height:1;letter-spacing:-.04em;color:var(--edge)}
.lost h1{margin-top:.75rem}
.lost footer{margin-top:2rem}
@media(hover:hover){.choice:hover{background:var(--tint)}}
@media(min-width:520px){.sheet{flex:none;padding:2rem;border-radius:28px;box-shadow:var(--shadow);margin-bottom:2.5rem}}
@media print{body{background:#fff;color:#000}.back,.choices,.qr .hint{display:none}}
`;
