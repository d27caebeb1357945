const BLOCKS = 'h1,h2,h3,h4,p,li,label,legend,button,a,dt,dd,th,td,summary,figcaption,caption';
const SILENT = 'svg,script,style,noscript,select,[aria-hidden="true"],[hidden],[data-read="never"]';
const TYPED = 'input:not([type]),input[type="text"],input[type="tel"],input[type="search"],textarea';

/**
 * Returns the text of a page to read aloud, one sentence or label per piece, in page order: headings, texts,
 * questions and their choices, and after each field's name its typed value. Leaves out decoration.
 */
export function textOfPage(page: Element): string[] {
  const pieces: string[] = [];
  let block: Element | null = null;
  let words = '';
  const finish = () => {
    const text = words.replaceAll(/\s+/g, ' ').trim();
    if (text !== '' && text !== pieces[pieces.length - 1]) pieces.push(text);
    words = '';
  };
  const walk = (node: Node) => {
    if (node instanceof Element) {
      if (node.matches(SILENT)) return;
      if (node.matches(TYPED)) {
        finish();
        words = (node as HTMLInputElement | HTMLTextAreaElement).value;
        finish();
        return;
      }
    }
    if (node.nodeType === Node.TEXT_NODE) {
      const own = node.parentElement?.closest(BLOCKS) ?? null;
      if (own !== block) finish();
      block = own;
      words += node.textContent ?? '';
    }
    for (const child of node.childNodes) walk(child);
    if (node instanceof Element && node.matches(BLOCKS)) finish();
  };
  walk(page);
  finish();
  return pieces;
}
