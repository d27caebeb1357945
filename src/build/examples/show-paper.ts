const switched = new Set<CSSMediaRule>();

function findPrintRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') return [rule];
    return rule instanceof CSSGroupingRule ? findPrintRules(rule.cssRules) : [];
  });
}

/** Shows this document as printed, or as on screen again. */
export function showPaper(isOnPaper: boolean): void {
  if (isOnPaper) {
    const rules = [...document.styleSheets].flatMap((sheet) => findPrintRules(sheet.cssRules));
    for (const rule of rules) {
      rule.media.mediaText = 'all';
      switched.add(rule);
    }
  } else {
    for (const rule of switched) rule.media.mediaText = 'print';
    switched.clear();
  }
}
