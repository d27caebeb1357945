/** How a translator takes a text from its place: each is done by some browser or extension. */
export const STYLES = ['replace', 'insert-and-remove', 'wrap', 'wrap-and-rewrite', 'split'] as const;
export type Style = (typeof STYLES)[number];

/**
 * Starts a page translator that keeps working: it takes every text of the page, also where `translate="no"`
 * asks it not to, and each one that appears later. The words stay the same, so that a test can read them.
 * Whole in itself, so that it can be sent to a browser's page. Returns a function that stops it.
 */
export function startTranslator(style: Style): () => void {
  function font(words: string): HTMLElement {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = words;
    outer.append(inner);
    return outer;
  }

  function take(text: Text): void {
    const parent = text.parentElement;
    if (
      parent === null ||
      text.data === '' ||
      parent.closest('font, script, style, textarea, svg, title, noscript')
    )
      return;
    const { data } = text;
    if (style === 'replace') text.replaceWith(font(data));
    if (style === 'split') text.replaceWith(font(data.slice(0, 3)), font(data.slice(3)));
    if (style === 'insert-and-remove') {
      parent.insertBefore(font(data), text.nextSibling);
      text.remove();
    }
    if (style.startsWith('wrap')) {
      const outer = font('');
      text.replaceWith(outer);
      outer.firstElementChild?.append(text);
      if (style === 'wrap-and-rewrite' && outer.firstElementChild) outer.firstElementChild.textContent = data;
    }
  }

  function takeAll(within: Node): void {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    if (within instanceof Text) texts.push(within);
    for (const text of texts) take(text);
  }

  const observer = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) for (const added of [...addedNodes, target]) takeAll(added);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  if (document.body !== null) takeAll(document.body);
  return () => observer.disconnect();
}
