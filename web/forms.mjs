// The forms in which an edition leaves the program: the numbers of src/edition/forms.h.
export const kForms = { json: 0, ndjson: 1, markdown: 2, text: 3, html: 4, htmlArticles: 5, epub: 6, whole: 7 };
