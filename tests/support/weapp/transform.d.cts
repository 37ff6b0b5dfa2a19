/** A jest transform: see transform.cjs. */
declare const transform: { process(source: string): { code: string } };
export = transform;
