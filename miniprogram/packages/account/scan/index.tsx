// 扫一扫 where WeChat's scanner is not at hand: camera or picture, a typed code, or a shop nearby.
import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { distanceText } from '../../../features/merchants/merchant-facts';
import { MerchantPicture } from '../../../features/merchants/MerchantPicture';
import { followCode } from '../../../features/scan/follow-code';
import { readCode } from '../../../features/scan/read-code';
import { useNearbyMerchants } from '../../../queries/use-nearby-merchants';
import { replaceBy, routes } from '../../../routes';
import { useHere, useSession } from '../../../session/session';
import styles from './index.module.scss';
import { Viewfinder } from './Viewfinder';

export default function ScanPage() {
  const [typed, setTyped] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const read = (text: string): void => {
    const reading = readCode({ text });
    if (reading.kind === 'other') setComplaint(reading.complaint);
    else followCode(reading, { open: replaceBy });
  };
  return (
    <Page header={<NavBar title="扫一扫" />}>
      <Viewfinder onText={read} onComplaint={setComplaint} />
      {complaint !== undefined && (
        <Text className={classes(styles.complaint, 'js-complaint')}>{complaint}</Text>
      )}
      <ListCard title="输入店码">
        <View className={classes(styles.typing)}>
          <Input
            className={classes(styles.input, 'js-code-input')}
            value={typed}
            placeholder="码下方 8 位字符"
            maxlength={200}
            confirmType="done"
            onInput={(event) => setTyped(event.detail.value)}
            onConfirm={() => read(typed)}
          />
          <Button onTap={() => read(typed)} isDisabled={typed.trim() === ''} className="js-code-go">
            去买单
          </Button>
        </View>
      </ListCard>
      <NearestShops />
    </Page>
  );
}

const SHOWN = 5;

/** Who stands at the counter of a shop nearby needs no code. */
function NearestShops() {
  const position = useHere();
  const radiusMetres = useSession((session) => session.radiusMetres);
  const nearby = useNearbyMerchants({ position, radiusMetres });
  const shops = (nearby.data?.merchants ?? []).filter(({ state }) => state === 'active');
  if (shops.length === 0) return null;
  return (
    <ListCard title="或选身边的店">
      {shops.slice(0, SHOWN).map((shop) => (
        <View key={shop.id} className={classes(styles.shop)}>
          <MerchantPicture picture={shop.picture} category={shop.category} size="small" />
          <View className={classes(styles.shopRow)}>
            <ListRow
              title={shop.name}
              value={shop.distanceMetres === undefined ? '' : distanceText(shop.distanceMetres)}
              onTap={() => replaceBy(routes.pay({ merchantCode: shop.code }))}
            />
          </View>
        </View>
      ))}
    </ListCard>
  );
}
