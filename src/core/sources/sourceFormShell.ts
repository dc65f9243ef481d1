import { escapeHtml } from '../preview/escapeHtml';

export interface SourceFormShell {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Fresh for every page: at least 128 random bits in base64 or hex. */
  readonly nonce: string;
  /** Of `dist/sourceProfile.js` and `dist/sourceProfile.css`, by `webview.asWebviewUri`. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** `vscode.env.language`. */
  readonly language: string;
  readonly title: string;
}

/** The page that the form of a source's profile runs in. It holds nothing of the source, and may load nothing else. */
export function sourceFormShell(shell: SourceFormShell): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${shell.nonce}'`,
    `style-src ${shell.cspSource}`,
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
