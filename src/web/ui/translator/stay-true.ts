/**
 * Keeps the words on screen true while a page translator works on them. Call it once, before React draws.
 *
 * A translator takes text out of the page and puts elements of its own in its place, again and again as text
 * appears. React then changes the text that it made, which nobody sees any more: the page says what was true
 * before. Or React puts something before that text, or removes it: the browser throws, and the page is lost.
 *
 * The pages ask not to be translated (`translate="no"`), but not every translator listens. So it is noted what
 * stands for a text that was taken away. React's next step goes there instead, and a text that React changes
 * comes back to its place, where the translator may take it again.
 */
export function stayTrue(): void {
  /** What the translator put in the place of a node; the nodes stand side by side. */
  const standIns = new WeakMap<Node, readonly ChildNode[]>();

  const words = new MutationObserver((changes) => {
    for (const { target } of changes) comeBack(target);
  });
  const places = new MutationObserver((changes) => {
    // What came in beside a text before that was removed, unless it stands for the text before.
    const fresh = new Set<Node | null>(
      changes.flatMap(({ addedNodes }) => [...addedNodes].filter(isForeign)),
    );
    for (const { addedNodes, removedNodes, previousSibling, nextSibling, target } of changes) {
      for (const taken of removedNodes) {
        if (taken.isConnected || !(taken instanceof Text || isForeign(taken))) continue;
        const beside = [previousSibling, nextSibling].filter((node) => fresh.has(node)).slice(0, 1);
        const instead = [[...addedNodes], beside, [target]].find((nodes) => nodes.some(isForeign));
        if (instead === undefined) continue;
        for (const node of instead) fresh.delete(node);
        standIns.set(taken, instead.filter(isChild));
        words.observe(taken, { characterData: true });
      }
    }
  });
  places.observe(document, { childList: true, subtree: true });

  /** Returns what is on screen for a node: itself, or what took its place. */
  function shownFor(node: Node): readonly Node[] {
    const instead = node.isConnected ? undefined : standIns.get(node);
    return instead?.flatMap(shownFor) ?? [node];
  }

  /** Removes what stands for a node that is about to stand on screen itself. */
  function clearPlaceOf(node: Node): void {
    if (node.isConnected || !standIns.has(node)) return;
    for (const instead of shownFor(node)) instead.parentNode?.removeChild(instead);
    standIns.delete(node);
  }

  function comeBack(node: Node): void {
    const [first] = node.isConnected ? [] : shownFor(node);
    if (first === node || first?.parentNode === null || first === undefined) return;
    const shown = shownFor(node);
    const { parentNode, nextSibling } = shown[shown.length - 1] ?? first;
    clearPlaceOf(node);
    parentNode?.insertBefore(node, nextSibling);
  }

  /** Returns the children of `parent` that show a node, which the translator may have put deeper. */
  function childrenFor(parent: Node, node: Node): Node[] {
    return shownFor(node).flatMap((shown) => {
      let at: Node | null = shown;
      while (at !== null && at.parentNode !== parent) at = at.parentNode;
      return at ?? [];
    });
  }

  const { appendChild, insertBefore, removeChild } = Node.prototype;
  Node.prototype.appendChild = function <Added extends Node>(this: Node, added: Added): Added {
    clearPlaceOf(added);
    return appendChild.call(this, added) as Added;
  };
  Node.prototype.insertBefore = function <Added extends Node>(this: Node, added: Added, before: Node | null) {
    clearPlaceOf(added);
    const isHere = before === null || before.parentNode === this;
    return insertBefore.call(this, added, isHere ? before : (childrenFor(this, before)[0] ?? null)) as Added;
  };
  Node.prototype.removeChild = function <Removed extends Node>(this: Node, removed: Removed): Removed {
    if (removed.parentNode === this) return removeChild.call(this, removed) as Removed;
    for (const shown of new Set(childrenFor(this, removed))) removeChild.call(this, shown);
    return removed;
  };
}

/** Whether this is an element that React did not make: React notes on each of its own which part made it. */
function isForeign(node: Node | null): boolean {
  return node instanceof Element && !Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
}

function isChild(node: Node | null): node is ChildNode {
  return node instanceof Element || node instanceof Text;
}
