// How WeChat's asynchronous functions answer.

export interface Callbacks {
  success?: (value: unknown) => void;
  fail?: (fault: unknown) => void;
  complete?: (value: unknown) => void;
}

/** WeChat calls back when callbacks were given, and answers with a promise otherwise. */
export function settle(callbacks: Callbacks, work: Promise<unknown>): Promise<unknown> | undefined {
  const { success, fail, complete } = callbacks;
  if (success === undefined && fail === undefined && complete === undefined) return work;
  void work.then(
    (value) => {
      success?.(value);
      complete?.(value);
    },
    (fault: unknown) => {
      fail?.(fault);
      complete?.(fault);
    },
  );
  return undefined;
}

/** A failure as WeChat tells it: in `errMsg`. */
export const failure = (errMsg: string): Error => Object.assign(new Error(errMsg), { errMsg });
