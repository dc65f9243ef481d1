import { escapeHtml } from './escapeHtml';

export interface WebviewShell {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Fresh for every page: at least 128 random bits in base64 or hex. */
  readonly nonce: string;
  /** By `webview.asWebviewUri`. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Only with `everywhere` may the page ask other hosts for images: a change of it takes a new page. */
  readonly images: 'none' | 'own' | 'everywhere';
  /** `vscode.env.language`. */
  readonly language: string;
  readonly title: string;
  /** What the page's script begins with, as JSON. Words of strangers may be in it. */
  readonly data: unknown;
}

/**
 * The page that a webview runs in: it may load nothing but its own script and styles. What it begins with is in it as data, which
 * no policy has to allow, since it is never run.
 */
export function webviewShell(shell: WebviewShell): string {
  const own = `${shell.cspSource} data:`;
  const images = { none: [], own: [`img-src ${own}`], everywhere: [`img-src ${own} https: http:`] };
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${shell.nonce}'`,
    `style-src ${shell.cspSource}`,
    ...images[shell.images],
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(shell.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(shell.title)}</title>
<link rel="stylesheet" href="${escapeHtml(shell.styleUri)}">
</head>
<body>
<script type="application/json" id="data">${jsonForHtml(shell.data)}</script>
<script defer nonce="${escapeHtml(shell.nonce)}" src="${escapeHtml(shell.scriptUri)}"></script>
</body>
</html>
`;
}

/** JSON that stays in its element: without a `<` nothing in it can end that, or begin a comment. */
function jsonForHtml(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
