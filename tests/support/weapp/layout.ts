/** There is no layout here, so every measured element has the same small box. */
export function layout(): Record<string, unknown> {
  const box = { left: 0, top: 0, right: 390, bottom: 40, width: 390, height: 40, scrollTop: 0 };
  const createSelectorQuery = (): object => {
    const answers: ((box: object) => void)[] = [];
    const ask = (...parts: unknown[]): object => {
      const callback = parts.at(-1);
      answers.push(typeof callback === 'function' ? (callback as (box: object) => void) : () => {});
      return query;
    };
    const node = { boundingClientRect: ask, fields: ask, scrollOffset: ask, node: ask };
    const query = {
      ...{ in: () => query, select: () => node, selectAll: () => node, selectViewport: () => node },
      exec(callback?: (boxes: object[]) => void) {
        setTimeout(() => {
          for (const answer of answers) answer(box);
          callback?.(answers.map(() => box));
        }, 0);
        return query;
      },
    };
    return query;
  };
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => undefined,
    disconnect: () => undefined,
  };
  return { createSelectorQuery, createIntersectionObserver: () => observer };
}
