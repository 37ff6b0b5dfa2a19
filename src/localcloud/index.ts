// A WeChat cloud on this machine; see README.md.
export { startLocalCloud, type LocalCloud, type LocalCloudOptions } from './cloud';
export type { LiveCall } from './live/live-calls';
export { liveLine } from './live/live-line';
export type { CollectionDeclaration, IndexDeclaration } from './storage/catalog';
export type { FaultReport, FiredFault } from './faults/day';
export type { BadDay, FaultKind, FaultRule } from './faults/rule';
export type { CloudStats, FunctionStats } from './stats';
