// Whether the page will open on anything but its own front page in the browser's own colours: only where it will not may its plain
// articles be read while the program starts. A hint, kept where it can be read at once: the memory itself answers too late.
const kHint = 'broadsheet-elsewhere';

function opensElsewhere() {
  if (location.hash.length > 1 || location.search.length > 1) return true;
  try {
    return localStorage.getItem(kHint) !== null;
  } catch {
    return false;
  }
}

export function hintElsewhere(elsewhere) {
  try {
    if (elsewhere) localStorage.setItem(kHint, '1');
    else localStorage.removeItem(kHint);
  } catch {
    // Closed: then nothing is remembered, and the page opens on its front page.
  }
}

// The program is on its way. Resolves once the plain articles have been painted, where they may be read meanwhile; at once where
// nobody looks.
export async function beginStarting() {
  const page = document.documentElement;
  if (page.classList.contains('starting')) return;
  page.classList.add('starting');
  const elsewhere = opensElsewhere();
  page.classList.toggle('elsewhere', elsewhere);
  if (elsewhere || document.visibilityState !== 'visible') return;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}
