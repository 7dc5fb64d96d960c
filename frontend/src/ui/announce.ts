/** Says a sentence to a screen reader, through the page's two live regions. */
export function announce(text: string, how: 'polite' | 'assertive' = 'polite'): void {
  const region = document.querySelector(`[data-announce="${how}"]`);
  if (!region) return;
  // The same sentence twice is only read twice when the region was empty in between.
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
