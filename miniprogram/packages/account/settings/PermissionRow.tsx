// Whether the phone may say where it is, and the way to change that.
import { useState } from 'react';
import Taro, { useDidShow } from '@tarojs/taro';
import { ListRow } from '../../../components/list-row/ListRow';
import { useSession } from '../../../session/session';
import { permissionOf, permissionText, type Permission } from './permission';

export function PermissionRow() {
  const locating = useSession((session) => session.locating);
  const [told, setTold] = useState<Permission>();
  useDidShow(() => void readSetting(setTold));
  const permission = told ?? permissionOf(locating);
  return (
    <ListRow
      icon="locate"
      title="定位权限"
      value={permissionText(permission)}
      className="js-permission"
      {...(isWeChat && { onTap: () => void changeSetting(setTold) })}
    />
  );
}

/** The browser preview has no settings of WeChat. */
const isWeChat = process.env['TARO_ENV'] === 'weapp';

async function readSetting(tell: (permission: Permission) => void): Promise<void> {
  if (!isWeChat) return;
  const { authSetting } = await Taro.getSetting({});
  tell(permissionIn(authSetting));
}

async function changeSetting(tell: (permission: Permission) => void): Promise<void> {
  const { authSetting } = await Taro.openSetting({});
  tell(permissionIn(authSetting));
}

function permissionIn(setting: Taro.AuthSetting): Permission {
  const isAllowed = setting['scope.userLocation'];
  if (isAllowed === undefined) return 'not-asked';
  return isAllowed ? 'allowed' : 'refused';
}
