/** `35`, and while there are others `100+`: pages overlap, so a count of 199 is told as 100+. */
export function countText(count: number, { isLast }: { readonly isLast: boolean }): string {
  if (isLast) return String(count);
  return `${count < 100 ? count : Math.floor(count / 100) * 100}+`;
}
