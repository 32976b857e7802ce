// An edition in broadsheet-1 as plain HTML: what is read where the program cannot run, and what is printed.
const kEscapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (mark) => kEscapes[mark]);
}

function languageOf(page) {
  const text = page.articles.map((article) => article.headline ?? article.blocks[0]?.text ?? '').join('');
  return /\p{sc=Han}/u.test(text) ? 'zh-Hans' : 'en';
}

const kBlocks = { subhead: 'h3', caption: 'figcaption', credit: 'small', quote: 'blockquote' };

function blockHtml({ kind, text }) {
  const words = escapeHtml(text);
  if (kind === 'caption') return `<figure><figcaption>${words}</figcaption></figure>`;
  if (kind === 'credit') return `<p><small>${words}</small></p>`;
  if (kind === 'quote') return `<blockquote><p>${words}</p></blockquote>`;
  if (kind === 'list') return `<ul><li>${words}</li></ul>`;
  const tag = kBlocks[kind] ?? 'p';
  return `<${tag}>${words}</${tag}>`;
}

export function articleHtml(article) {
  const lines = [`<article id="plain-${escapeHtml(article.id)}">`];
  if (article.kicker) lines.push(`<p class="kicker">${escapeHtml(article.kicker)}</p>`);
  if (article.headline) lines.push(`<h2>${escapeHtml(article.headline)}</h2>`);
  if (article.deck) lines.push(`<p class="deck">${escapeHtml(article.deck)}</p>`);
  const names = (article.byline ?? []).map(({ name, role }) => escapeHtml(role ? `${role} ${name}` : name));
  if (names.length) lines.push(`<p class="byline">${names.join(' ')}</p>`);
  for (const block of article.blocks) lines.push(blockHtml(block));
  lines.push('</article>');
  return lines.join('\n');
}

// Sections of articles, one a page.
export function editionHtml(edition) {
  return edition.pages
    .map((page) => [`<section lang="${languageOf(page)}">`, ...page.articles.map(articleHtml), '</section>'].join('\n'))
    .join('\n');
}
