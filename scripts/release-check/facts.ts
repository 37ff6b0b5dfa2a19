// What the release check looks at.
import type { CloudFunction } from '../../cloudfunctions/functions';
import type { Policy } from '../../src/policy/policy';
import type { Collection } from '../../src/wxcloud/collections';
import type { ExportedShop } from '../shop-codes/read-shops';
import type { ReleaseSettings } from './settings';

/** dist/weapp, as it would be uploaded. */
export interface BuiltApp {
  readonly requiredPrivateInfos: readonly string[];
  /** Texts of the permission questions by scope. */
  readonly permissions: Readonly<Record<string, string>>;
  /** The main package is '' here; sizes before WeChat compresses them. */
  readonly packages: readonly { readonly root: string; readonly bytes: number }[];
  /** All scripts of the bundle, one after the other. */
  readonly scripts: string;
}

export interface BuiltFunction {
  readonly name: string;
  /** Timers of its config.json. */
  readonly timers: readonly string[];
  readonly script: string;
}

export interface ReleaseFacts {
  readonly settings: ReleaseSettings;
  readonly appid: string;
  /** Null when no export of shops was named. */
  readonly shops: readonly ExportedShop[] | null;
  /** Null when it was not built. */
  readonly app: BuiltApp | null;
  readonly builtFunctions: readonly BuiltFunction[];
  readonly functions: Readonly<Record<string, CloudFunction>>;
  readonly collections: readonly Collection[];
  readonly policy: Policy;
  /** Names of WeChat's interfaces that the app's sources call. */
  readonly interfaces: readonly string[];
}
