// 选择位置: the phone's position, or a place of an open site.
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { PlaceChoice } from '../../../features/place/PlaceChoice';
import { goBack } from '../../../routes';
import { locate } from '../../../session/locate';
import { useSession, type ChosenPlace, type Locating } from '../../../session/session';

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
  const locating = useSession((session) => session.locating);
  const choose = (place: ChosenPlace): void => {
    choosePlace(place);
    goBack();
  };
  const followPhone = async (): Promise<void> => {
    choosePlace(null);
    await locate();
    if (useSession.getState().locating === 'located') goBack();
  };
  return (
    <Page header={<NavBar title="选择位置" />}>
      <ListCard>
        <ListRow
          icon="locate"
          title="用我的位置"
          note={LOCATING_NOTES[locating]}
          className="js-follow-phone"
          onTap={() => void followPhone()}
        />
      </ListCard>
      <PlaceChoice chosenId={chosenPlace?.id ?? null} onChoose={choose} />
    </Page>
  );
}
