// Jest transform of dist/weapp: a script sees what the app service of a phone offers and no more.
const HIDDEN = [
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'performance'],
  ...['fetch', 'Headers', 'Request', 'Response', 'XMLHttpRequest', 'WebSocket', 'FormData'],
  ...['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'CustomEvent', 'DOMException'],
  ...['TextEncoder', 'TextDecoder', 'Blob', 'File', 'FileReader', 'URL', 'URLSearchParams'],
  ...['BroadcastChannel', 'MessageChannel', 'structuredClone', 'queueMicrotask', 'setImmediate'],
  ...['crypto', 'atob', 'btoa', 'localStorage', 'sessionStorage', 'Image', 'Worker'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle', 'matchMedia'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'Node', 'Element'],
  ...['HTMLElement', 'SVGElement', 'process', 'Buffer', '__dirname', '__filename'],
];

module.exports = {
  process: (source) => ({
    code: `(function (globalThis, Date, ${HIDDEN.join(', ')}) {${source}
}).call(undefined, phone.scope, phone.Date);`,
  }),
  getCacheKey: (source) => source,
};
