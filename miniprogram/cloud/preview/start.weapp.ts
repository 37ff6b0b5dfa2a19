export function startPreview(): void {
  // WeChat knows who and where the person is.
}
