import { escapeHtml } from './escapeHtml';
import type { RemoteImages } from './shownImage';

export interface PreviewShell {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Fresh for every page: at least 128 random bits in base64 or hex. */
  readonly nonce: string;
  /** Of `dist/preview.js` and `dist/preview.css`, by `webview.asWebviewUri`. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Only with `load` may the page ask other hosts for images: a change of it takes a new page. */
  readonly remoteImages: RemoteImages;
  /** `vscode.env.language`. */
  readonly language: string;
  readonly title: string;
}

/** The page that the preview runs in. It holds nothing of the article. */
export function previewShell(shell: PreviewShell): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${shell.nonce}'`,
    `style-src ${shell.cspSource}`,
    `img-src ${shell.cspSource} data:${shell.remoteImages === 'load' ? ' https: http:' : ''}`,
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
<script defer nonce="${escapeHtml(shell.nonce)}" src="${escapeHtml(shell.scriptUri)}"></script>
</body>
</html>
`;
}
