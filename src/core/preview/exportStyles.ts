/** The styles of an exported article: light and dark, and fit for print. */
export const exportStyles = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 2rem 1.25rem 4rem; font: 1.0625rem/1.7 Georgia, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
:lang(zh), :lang(ja) { line-height: 1.85; }
article { max-width: 40rem; margin: 0 auto; overflow-wrap: break-word; }
header { margin-bottom: 2rem; padding-bottom: 1.25rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 0.75rem; }
h2, h3, h4, h5, h6 { line-height: 1.35; margin: 2em 0 0.6em; }
.left-out { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); font-size: 0.875rem; }
.detail { margin: 0.2rem 0; font-size: 0.9rem; opacity: 0.8; }
p, ul, ol, dl, blockquote, pre, table, figure { margin: 0 0 1.1em; }
img { max-width: 100%; height: auto; }
figure { margin-inline: 0; text-align: center; }
figcaption { font-size: 0.875rem; opacity: 0.8; }
blockquote { margin-inline: 0; padding-inline-start: 1.1em; border-inline-start: 3px solid color-mix(in srgb, currentColor 25%, transparent); }
pre { overflow: auto; padding: 0.9em 1em; background: color-mix(in srgb, currentColor 7%, transparent); border-radius: 4px; }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.9em; }
table { border-collapse: collapse; }
td, th { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.35em 0.7em; }
@media print { :root { color-scheme: light; } body { padding: 0; font-size: 11pt; } a { color: inherit; } figure, img, pre, table { break-inside: avoid; } }
`;
