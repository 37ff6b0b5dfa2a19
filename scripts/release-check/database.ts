// Collections are closed to clients and have their indexes.
import type { Collection } from '../../src/wxcloud/collections';
import { absent, type ReleaseItem } from './item';
import type { ReleaseFacts } from './facts';

export function checkDatabase({ collections, settings }: ReleaseFacts): readonly ReleaseItem[] {
  const names = collections.map(({ name }) => name);
  const indexes = indexNames(collections);
  const open = absent(names, settings.closedCollections);
  const lacking = absent(indexes, settings.createdIndexes);
  return [
    {
      name: 'closed collections',
      wechatName: '数据库权限：所有用户不可读写',
      found: `${names.length} collections`,
      missing: open.length === 0 ? [] : [`not confirmed for ${open.join(', ')}`],
      where: 'release.json, closedCollections; each with the rule {"read": false, "write": false}',
    },
    {
      name: 'indexes',
      wechatName: '索引管理',
      found: `${indexes.length} indexes`,
      missing: lacking.length === 0 ? [] : [`not confirmed for ${lacking.join(', ')}`],
      where: 'release.json, createdIndexes; npm run release:check -- --indexes prints them',
    },
  ];
}

function indexNames(collections: readonly Collection[]): readonly string[] {
  return collections.flatMap(({ name, indexes }) =>
    indexes.map((index) => `${name}.${index.name}`),
  );
}

/**
 * One request body a collection for WeChat's `POST /tcb/updateindex`.
 * Source: WeChat's reference of the HTTP interface, database, updateIndex.
 */
export function indexRequests(
  collections: readonly Collection[],
  environment: string,
): readonly object[] {
  return collections
    .filter(({ indexes }) => indexes.length > 0)
    .map(({ name, indexes }) => ({
      env: environment,
      collection_name: name,
      create_indexes: indexes.map((index) => ({
        name: index.name,
        unique: index.unique ?? false,
        keys: index.keys.map(({ field, direction }) => ({ name: field, direction })),
      })),
      drop_indexes: [],
    }));
}
