// The theme's search dialog has no name of its own; a screen reader gets that of its field.
const search = document.querySelector('.md-search[role="dialog"]');
if (search) search.setAttribute('aria-label', search.querySelector('input').getAttribute('aria-label'));
