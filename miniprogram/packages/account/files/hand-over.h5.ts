import type { DataFile } from './data-file';

export const handOverVerb = '下载';

export function handOver({ name, type, text }: DataFile): Promise<'taken' | 'cancelled'> {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return Promise.resolve('taken');
}
