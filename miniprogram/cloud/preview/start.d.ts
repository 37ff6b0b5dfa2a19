/** Starts what stands in for WeChat in the browser: who I am, where I am. Nothing inside WeChat. */
export function startPreview(): void;
