// The one file as text, from its parts. The packer writes dist/broadsheet.html with it, and the running program
// writes itself again with it ('Save as web page'): the same parts give the same bytes.

const kEscapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (mark) => kEscapes[mark]);
}

// Bytes as text of a UTF-8 page, seven bits a letter: an eighth shorter than base64. The letters that HTML or a text tool would
// touch (NUL, line ends, '<') stand 128 higher; reading takes the low seven bits.
export function sevenBits(bytes) {
  const letters = [];
  let held = 0;
  let bits = 0;
  const put = (value) => letters.push(value === 0 || value === 10 || value === 13 || value === 60 ? value + 128 : value);
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 7) {
      bits -= 7;
      put((held >> bits) & 127);
    }
    held &= 127;
  }
  if (bits) put((held << (7 - bits)) & 127);
  let text = '';
  for (let i = 0; i < letters.length; i += 32768) text += String.fromCharCode(...letters.slice(i, i + 32768));
  return text;
}

export function fromSevenBits(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; ++i) {
    held = (held << 7) | (text.charCodeAt(i) & 127);
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= 127;
    }
  }
  return bytes;
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

// hashes: 'sha256-…' of the style and of the script, as they stand between their tags.
export function policyOf({ scriptHash, styleHash, connect }) {
  return [
    "default-src 'none'", `script-src '${scriptHash}' 'wasm-unsafe-eval'`, `style-src '${styleHash}'`,
    'img-src data: blob:', `connect-src ${connect}`, 'worker-src blob:', "base-uri 'none'", "form-action 'none'",
  ].join('; ');
}

// This text stands inside a script element itself: an end tag must not be spelled out in it.
// parts: {language, title, description, policy, style, script, wasm (packed, in seven bits), edition, settings, plain}
export function documentOf(parts) {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(parts.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
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
<script type="application/json" id="edition">${asData(parts.edition)}<\/script>
<script type="application/json" id="settings">${asData(parts.settings ?? {})}<\/script>
${parts.wasm ? `<script type="application/octet-stream" id="wasm">${parts.wasm}<\/script>\n` : ''}${
    parts.script ? `<script type="module" id="script">${parts.script}<\/script>\n` : ''}</body>
</html>
`;
}
