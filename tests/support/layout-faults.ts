// What a person would see wrong with a page, measured in the DOM.
import type { Page } from 'playwright-core';

/**
 * Faults of the layout, each with its text, after everything that scrolls was scrolled to its
 * end: the page is wider than the phone, a text is cut off at its right edge, or a text lies
 * under or is cut by the tab bar. Empty when all is well.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
    const isScroller = (element: Element): boolean =>
      /auto|scroll/.test(styleOf(element).overflowY) &&
      element.scrollHeight > element.clientHeight + 1;
    const all = [...document.querySelectorAll('body *')];
    for (const element of all) if (isScroller(element)) element.scrollTop = element.scrollHeight;

    const faults: string[] = [];
    // A phone that zooms out to fit says that its window is wide; its screen stays as it is.
    const { width } = screen;
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > width) faults.push(`the page is ${scrollWidth} px wide`);

    const bar = document.querySelector('.js-scan')?.parentElement?.parentElement ?? null;
    const barTop = bar?.getBoundingClientRect().top ?? innerHeight;
    const ancestors = function* (element: Element): Generator<Element> {
      for (let at: Element | null = element; at !== null; at = at.parentElement) yield at;
    };
    const endsOnPurpose = (element: Element): boolean =>
      [...ancestors(element)].some((at) => {
        const { textOverflow, overflowX, webkitLineClamp } = styleOf(at);
        if (textOverflow === 'ellipsis' || /^\d/.test(webkitLineClamp)) return true;
        return /auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth + 1;
      });
    const rightEdge = (element: Element): number =>
      [...ancestors(element)]
        .filter((at) => styleOf(at).overflowX !== 'visible')
        .reduce((edge, at) => Math.min(edge, at.getBoundingClientRect().right), width);

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || !element.checkVisibility()) continue;
      if (element.closest('script, style, .leaflet-container') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0 || box.height === 0) continue;
        if (box.bottom < 0 || box.top > innerHeight || box.left > width) continue;
        if (box.right > rightEdge(element) + 1 && !endsOnPurpose(element)) {
          faults.push(`cut at the right: ${text}`);
        }
        const isOfBar = bar?.contains(element) ?? false;
        if (!isOfBar && box.bottom > barTop + 1 && box.top < barTop) {
          faults.push(`cut at the lower edge: ${text}`);
        } else if (!isOfBar && bar !== null && box.top >= barTop) {
          faults.push(`under the tab bar: ${text}`);
        }
      }
    }
    return faults;
  });
}
