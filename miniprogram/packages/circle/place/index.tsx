// 选择位置: the phone's position, or a community or landmark of an open city.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { goBack } from '../../../routes';
import { locate } from '../../../session/locate';
import { useSession, type ChosenPlace, type Locating } from '../../../session/session';
import { searchOf } from '../search-field/search-of';
import { SearchField } from '../search-field/SearchField';
import { PlaceChoice } from './PlaceChoice';
import styles from './index.module.scss';

const LOCATING_NOTES: { readonly [L in Locating]: string } = {
  'not-asked': '点一下开始定位',
  'asking': '正在定位…',
  'located': '跟着手机走，不会保存',
  'refused': '没有允许定位，可在微信设置里打开',
  'failed': '暂时找不到位置，点一下再试',
};

export default function PlacePage() {
  const chosenPlace = useSession((session) => session.chosenPlace);
  const choosePlace = useSession((session) => session.choosePlace);
  const [typed, setTyped] = useState('');
  const choose = (place: ChosenPlace): void => {
    choosePlace(place);
    goBack();
  };
  const search = searchOf(typed);
  const header = (
    <>
      <NavBar title="选择位置" />
      <View className={classes(styles.top)}>
        <SearchField value={typed} placeholder="搜小区、地标或城市" onType={setTyped} />
      </View>
    </>
  );
  return (
    <Page header={header}>
      {search === undefined && <FollowPhone />}
      <PlaceChoice chosenId={chosenPlace?.id ?? null} onChoose={choose} search={search} />
    </Page>
  );
}

function FollowPhone() {
  const locating = useSession((session) => session.locating);
  const choosePlace = useSession((session) => session.choosePlace);
  const followPhone = async (): Promise<void> => {
    await locate();
    if (useSession.getState().locating !== 'located') return;
    choosePlace(null);
    goBack();
  };
  return (
    <ListCard>
      <ListRow
        icon="locate"
        title="用我的位置"
        note={LOCATING_NOTES[locating]}
        className="js-follow-phone"
        onTap={() => void followPhone()}
      />
    </ListCard>
  );
}
