// 'Save as web page' (Ctrl+S): this viewer and the open edition as one HTML file, which can save itself again. The
// parts are all in the page; what is hosted beside it is fetched from the same place.
import { resultOf } from './wasm.mjs';
import { during } from './loop.mjs';
import { saveBytes } from './files.mjs';
import { kForms } from './forms.mjs';
import { base64Of, openSources } from './links.mjs';
import { asData, descriptionOf, documentOf, policyOf } from './document.mjs';
import { lettersOf } from './letters.mjs';
import { notesToSave } from './memory.mjs';
import { fetchParser } from './parser.mjs';
import { packedText } from './own.mjs';
import { joined } from './parts.mjs';

async function partOf(id, link) {
  const element = document.getElementById(id);
  if (element) return element.textContent;
  const { href, src } = document.querySelector(link);
  return (await fetch(href ?? src)).text();
}

async function packedProgram() {
  const element = document.getElementById('wasm');
  if (element) return element.textContent;
  const response = await fetch(document.getElementById('program').href);
  const whole = joined(new Uint8Array(await response.arrayBuffer()), ...(await fetchParser()), new Uint8Array(0), new Uint8Array(0));
  const packed = new Response(new Blob([whole]).stream().pipeThrough(new CompressionStream('gzip')));
  return lettersOf(new Uint8Array(await packed.arrayBuffer()));
}

async function hashOfText(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${base64Of(new Uint8Array(digest))}`;
}

export async function pageAsText() {
  const style = await partOf('style', 'link[rel=stylesheet]');
  const script = await partOf('script', 'script[src]');
  const scripts = [script, document.getElementById('main')?.textContent].filter(Boolean);
  const edition = asData(openSources());
  const icon = document.querySelector('link[rel=icon]').getAttribute('href').split(',').slice(1).join(',');
  return documentOf({
    language: document.documentElement.lang, title: resultOf('bs_edition_title') || 'Broadsheet', icon, style, script,
    description: descriptionOf(JSON.parse(resultOf('bs_export', [], kForms.json))),
    policy: policyOf({ scriptHashes: await Promise.all(scripts.map(hashOfText)), styleHash: await hashOfText(style), connect: "'none'" }),
    wasm: await packedProgram(), edition: edition === packedText() ? '' : edition, settings: notesToSave(resultOf('bs_edition_id')),
    plain: resultOf('bs_export', [], kForms.htmlArticles),
  });
}

// The file that the reader chose, and for which edition; later saves of it go there.
let savedTo = { edition: '', file: null };

// In place where the browser has the File System Access API, a download elsewhere.
export function saveAsPage() {
  return during(async () => {
    const bytes = new TextEncoder().encode(await pageAsText());
    if (!window.showSaveFilePicker) return saveBytes('edition.html', 'text/html', bytes);
    try {
      const edition = resultOf('bs_edition_id');
      if (savedTo.edition !== edition) savedTo = { edition, file: await window.showSaveFilePicker({ suggestedName: 'edition.html',
        types: [{ description: 'Web page', accept: { 'text/html': ['.html'] } }] }) };
      const stream = await savedTo.file.createWritable();
      await stream.write(bytes);
      await stream.close();
    } catch (error) {
      savedTo = { edition: '', file: null };
      if (error.name !== 'AbortError') saveBytes('edition.html', 'text/html', bytes);
    }
    return undefined;
  });
}

export const saveAnswers = { js_save_page: () => setTimeout(saveAsPage) };
