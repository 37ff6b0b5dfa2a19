// The product on a local cloud: its collections, functions and pages put together.
import { collections } from '../../src/wxcloud/collections';
import { type LiveCall, type LocalCloud, startLocalCloud } from '../../src/localcloud';
import { functions } from '../../cloudfunctions/functions';
import { policies } from '../../src/policy/policies';
import { functionsDir, h5Dir, inProject } from '../paths';

export type PolicyName = keyof typeof policies;

export interface ProductCloudOptions {
  /** 0 takes any free port. Only this machine can reach it. */
  readonly port: number;
  /** Where everything is kept. */
  readonly dataDir: string;
  readonly policy: PolicyName;
  /** Templates of WeChat's messages, as the environment has them; without them none is sent. */
  readonly templates?: string;
  /** Accounts that act for the platform, as the environment has them. */
  readonly operators?: string;
  /** ISO time of a clock that stands still until it is moved; without it the real time. */
  readonly clock?: string;
  /** Opens /control for moving the clock, running timers and counting requests. */
  readonly control?: boolean;
  /** Folder with people.json and whatever else is served below /demo. */
  readonly demoDir?: string;
  readonly log?: (line: string) => void;
  /** Told of every request of a function, as it is answered. */
  readonly onCall?: (call: LiveCall) => void;
}

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(policies, name);

/** Starts the cloud on the bundles in dist; the caller has built them. */
export function startProductCloud(options: ProductCloudOptions): Promise<LocalCloud> {
  const {
    port,
    dataDir,
    policy,
    operators = '',
    templates = '',
    clock,
    control,
    demoDir,
    log,
    onCall,
  } = options;
  return startLocalCloud({
    ...{ port, dataDir, env: 'zhongdian-local', appId: 'wx0000000000000000' },
    ...{ collections, functionsDir, functions },
    functionEnv: {
      ZHONGDIAN_POLICY: policy,
      ZHONGDIAN_OPERATORS: operators,
      ZHONGDIAN_TEMPLATES: templates,
    },
    staticDirs: [
      { prefix: '/demo/pictures', dir: inProject('demo', 'pictures') },
      { prefix: '/demo/streets', dir: inProject('demo', 'streets') },
      ...(demoDir === undefined ? [] : [{ prefix: '/demo', dir: demoDir }]),
      { prefix: '/', dir: h5Dir },
    ],
    ...(clock !== undefined && { clock }),
    ...(control !== undefined && { control }),
    ...(log !== undefined && { log }),
    ...(onCall !== undefined && { onCall }),
  });
}
