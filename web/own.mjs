// The edition inside the page, as the JSON of its files: where its element holds one (a saved page, a hosted one, one that was
// edited by hand), that; else the one packed with the program.
const packedParts = () => document.getElementById('main')?.parts;

export const packedText = () => (packedParts() ? new TextDecoder().decode(packedParts().edition) : '');

export const ownText = () => document.getElementById('edition').textContent.trim() || packedText();
