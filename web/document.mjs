// The one file as text, from its parts. The packer writes dist/broadsheet.html with it, and the running program
// writes itself again with it ('Save as web page'): the same parts give the same bytes.

const kEscapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (mark) => kEscapes[mark]);
}

// The first headlines: what a search engine or a messenger shows of the page.
export function descriptionOf(parsed) {
  const heads = parsed.pages.flatMap((page) => page.articles.map((article) => article.headline)).filter(Boolean);
  return heads.slice(0, 6).join(' · ');
}

// Text as it may stand in a script element of data.
export function asData(value) {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

// hashes: 'sha256-…' of the style and of the scripts, as they stand between their tags.
export function policyOf({ scriptHashes, styleHash, connect }) {
  return [
    "default-src 'none'", `script-src ${scriptHashes.map((hash) => `'${hash}'`).join(' ')} 'wasm-unsafe-eval'`, `style-src '${styleHash}'`,
    'img-src data: blob:', `connect-src ${connect}`, 'worker-src blob:', "base-uri 'none'", "form-action 'none'",
  ].join('; ');
}

// This text stands inside a script element itself: an end tag must not be spelled out in it.
// No browser is to offer to translate the page: the words that it would change are not those on the canvas, and its bubble lies over a kiosk.
// parts: {language, title, description, policy, style, script, wasm (packed, as letters), edition (as data; '' where it is packed with the program), settings, plain}
export function documentOf(parts) {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(parts.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="google" content="notranslate">
<meta name="description" content="${escapeHtml(parts.description)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="Broadsheet">
<meta property="og:title" content="${escapeHtml(parts.title)}">
<meta property="og:description" content="${escapeHtml(parts.description)}">
${parts.version ? `<meta name="version" content="${parts.version}">\n` : ''}<title>${escapeHtml(parts.title)}</title>
<link rel="icon" href="data:image/svg+xml,${parts.icon}">
<style id="style">${parts.style}</style>
${parts.head ?? ''}</head>
<body>
<canvas id="canvas" aria-hidden="true"></canvas>
<div id="mirror"></div>
<section aria-label="Writing"><textarea id="field" hidden autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" rows="1" aria-label="Text"></textarea></section>
<div id="notice" role="alert" hidden></div>
<main id="plain">
<h1>${escapeHtml(parts.title)}</h1>
${parts.plain}
</main>
<script type="application/json" id="edition">${parts.edition}<\/script>
<script type="application/json" id="settings">${asData(parts.settings ?? {})}<\/script>
${parts.wasm ? `<script type="application/octet-stream" id="wasm">${parts.wasm}<\/script>\n` : ''}${
    parts.script ? `<script type="module" id="script">${parts.script}<\/script>\n` : ''}</body>
</html>
`;
}
