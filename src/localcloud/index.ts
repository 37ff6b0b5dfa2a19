// A WeChat cloud on this machine; see README.md.
export { startLocalCloud, type LocalCloud, type LocalCloudOptions } from './cloud';
export type { CollectionDeclaration, IndexDeclaration } from './storage/catalog';
export type { CloudStats, FunctionStats } from './stats';
