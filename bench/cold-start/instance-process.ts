// A function's instance as a process of its own, with the environment that the cloud gives it.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { functionsDir } from '../../scripts/paths';
import type { LocalCloud } from '../../src/localcloud';

export interface FirstCall {
  readonly name: string;
  readonly event: object;
  readonly source: 'wx_client' | 'wx_trigger' | 'wx_paycallback';
}

/** Starts a process, hands it one call, and answers with the result; the process ends with it. */
export async function answerOfProcess(cloud: LocalCloud, call: FirstCall): Promise<unknown> {
  const script = join(__dirname, 'one-call.cjs');
  const bundle = join(functionsDir, call.name, 'index.js');
  const child = fork(script, [bundle, JSON.stringify(call.event)], {
    env: environmentOf(cloud, call.source),
    execArgv: [],
    silent: true,
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  try {
    return await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('error', reject);
      child.once('exit', (code) =>
        reject(new Error(`the process of ${call.name} ended with ${String(code)}: ${said}`)),
      );
    });
  } finally {
    child.kill();
  }
}

function environmentOf({ admin, env }: LocalCloud, source: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${admin}/as/somebody` }),
    TCB_SOURCE: source,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: 'somebody',
    WX_APPID: 'wx0000000000000000',
    ZHONGDIAN_POLICY: 'demo',
  };
}
