// The unmodified SDK in this process, pointed now at one server and now at another.
import { type SdkDatabase, wx } from '../../src/wxcloud/sdk';

export function openSdk(): SdkDatabase {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: 'bench',
    TCB_ENV: 'bench',
    SILENCE: 'true',
  });
  wx.init({ env: wx.DYNAMIC_CURRENT_ENV });
  return wx.database({ throwOnNotFound: false });
}

/** Requests from here on go to this URL. */
export function pointSdkAt(url: string): void {
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: url });
}
