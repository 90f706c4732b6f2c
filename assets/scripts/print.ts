/** Shows the buttons in `data-print`, which print the page: without this script people use their browser's menu. */
for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
  place.hidden = false;
  place.querySelector('button')?.addEventListener('click', () => window.print());
}
