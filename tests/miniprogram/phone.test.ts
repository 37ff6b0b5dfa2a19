// The harness hides what phones lack; otherwise a bundle that needs a browser would pass.
import { createPhone } from '../support/weapp/phone';
import transform from '../support/weapp/transform.cjs';

const NOON = Date.UTC(2026, 10, 2, 4);

/** What a script of the bundle sees, run as jest runs it. */
function seenBy(script: string): unknown {
  const seen: { value?: unknown } = {};
  const phone = createPhone(() => NOON - Date.now());
  const { code } = transform.process(`seen.value = ${script};`);
  Reflect.construct(Function, ['seen', 'phone', code]).call(globalThis, seen, phone);
  return seen.value;
}

it.each(['window', 'document', 'fetch', 'AbortController', 'URL', 'TextEncoder', 'process'])(
  'shows no %s to the bundle',
  (name) => {
    expect(seenBy(`typeof ${name}`)).toBe('undefined');
    expect(seenBy(`typeof globalThis.${name}`)).toBe('undefined');
  },
);

it('shows the language and the timers', () => {
  expect(seenBy('[typeof Promise, typeof setTimeout, typeof globalThis.Map]')).toEqual([
    'function',
    'function',
    'function',
  ]);
});

it("runs on the phone's clock", () => {
  expect(Number(seenBy('Date.now()'))).toBeGreaterThanOrEqual(NOON - 1);
  expect(Number(seenBy('new Date().getTime()'))).toBeLessThan(NOON + 60_000);
  expect(seenBy("new Date('2026-11-02T00:00:00Z').getTime()")).toBe(Date.UTC(2026, 10, 2));
});
