// 设置: how far I look, and how large the text is.
import { Text, View } from '@tarojs/components';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { ListCard, ListRow } from '../../../components/list-row/ListRow';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { Price } from '../../../components/price/Price';
import { RADIUS_CHOICES, radiusText } from '../../../features/merchants/radius';
import { goTo, routes } from '../../../routes';
import { useSession, type TextSize } from '../../../session/session';
import styles from './index.module.scss';

const TEXT_SIZES: readonly { readonly size: TextSize; readonly name: string }[] = [
  { size: 'normal', name: '标准' },
  { size: 'large', name: '大' },
];

export default function SettingsPage() {
  const chosenPlace = useSession((session) => session.chosenPlace);
  return (
    <Page header={<NavBar title="设置" />}>
      <ListCard title="生活圈半径">
        <RadiusChoice />
      </ListCard>
      <ListCard title="字号">
        <TextSizeChoice />
      </ListCard>
      <ListCard title="其他">
        <ListRow
          icon="pin"
          title="我的位置"
          value={chosenPlace?.name ?? '跟随定位'}
          className="js-place-row"
          onTap={() => goTo(routes.place())}
        />
        <ListRow icon="moon" title="深色模式" value="跟随微信" />
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

function TextSizeChoice() {
  const textSize = useSession((session) => session.textSize);
  const setTextSize = useSession((session) => session.setTextSize);
  return (
    <>
      <View className={classes(styles.choices)}>
        {TEXT_SIZES.map(({ size, name }) => (
          <Chip
            key={size}
            kind="sunken"
            text={name}
            isChosen={size === textSize}
            className={classes(styles.half, `js-text-${size}`)}
            onTap={() => setTextSize(size)}
          />
        ))}
      </View>
      <View className={classes(styles.sample)}>
        <Text className={classes(styles.sampleText)}>这张券还可以用</Text>
        <Price amountFen={1250} />
      </View>
    </>
  );
}
