// 设置: how far I look, how large the text is, what the phone may tell and what it remembers.
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { View } from '@tarojs/components';
import { RADIUS_CHOICES, radiusText } from '../../../features/merchants/radius';
import { goTo, routes } from '../../../routes';
import { useSession } from '../../../session/session';
import { ForgetRow } from './ForgetRow';
import { PermissionRow } from './PermissionRow';
import { ReminderRows } from './ReminderRows';
import { TextSizeChoice } from './TextSizeChoice';
import styles from './index.module.scss';

export default function SettingsPage() {
  const chosenPlace = useSession((session) => session.chosenPlace);
  const theme = useSession((session) => session.theme);
  return (
    <Page header={<NavBar title="设置" />}>
      <ListCard title="生活圈半径">
        <RadiusChoice />
      </ListCard>
      <ListCard title="字号">
        <TextSizeChoice />
      </ListCard>
      <ListCard title="位置">
        <ListRow
          icon="pin"
          title="我的位置"
          value={chosenPlace?.name ?? '跟随定位'}
          className="js-place-row"
          onTap={() => goTo(routes.place())}
        />
        <PermissionRow />
      </ListCard>
      <ReminderRows />
      <ListCard title="其他">
        <ListRow
          icon="moon"
          title="深色模式"
          value={`跟随系统 · 现在${theme === 'dark' ? '深色' : '浅色'}`}
        />
        <ForgetRow />
      </ListCard>
    </Page>
  );
}

function RadiusChoice() {
  const radiusMetres = useSession((session) => session.radiusMetres);
  const setRadius = useSession((session) => session.setRadius);
  return (
    <View className={classes(styles.choices)}>
      {RADIUS_CHOICES.map((choice) => (
        <Chip
          key={choice}
          kind="sunken"
          text={radiusText(choice)}
          isChosen={choice === radiusMetres}
          className={classes(styles.third, `js-radius-${choice}`)}
          onTap={() => setRadius(choice)}
        />
      ))}
    </View>
  );
}
