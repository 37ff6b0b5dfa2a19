// What scripts of the app service see beside `wx`: their global object and the phone's clock.

export interface Phone {
  readonly scope: object;
  readonly Date: DateConstructor;
}

/**
 * A phone whose clock runs `offsetMs` ahead of the real one. The transform of dist/weapp hands
 * `scope` to scripts as `globalThis`: the language and the timers, nothing of a browser.
 */
export function createPhone(offsetMs: () => number): Phone {
  class PhoneDate extends Date {
    constructor(...parts: [] | [number | string | Date] | [number, number, ...number[]]) {
      if (parts.length === 0) super(PhoneDate.now());
      else super(...(parts as [number]));
    }

    static override now(): number {
      return Date.now() + offsetMs();
    }
  }
  const phoneDate = PhoneDate as unknown as DateConstructor;
  const scope = {
    ...{ Object, Function, Array, String, Number, Boolean, Symbol, BigInt, Math, JSON, Reflect },
    ...{ Promise, Proxy, Map, Set, WeakMap, WeakSet, RegExp, Error, TypeError, RangeError },
    ...{ ArrayBuffer, DataView, Uint8Array, Int32Array, Float64Array, Uint8ClampedArray },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, console },
    ...{ isNaN, isFinite, parseInt, parseFloat, encodeURIComponent, decodeURIComponent },
    Date: phoneDate,
  };
  return { scope, Date: phoneDate };
}
