// Sets how large my circle is; it is remembered.
import { Text, View } from '@tarojs/components';
import { Chip } from '../../components/chip/Chip';
import { classes } from '../../components/classes';
import { BottomPopup } from '../../components/popup/BottomPopup';
import { useSession } from '../../session/session';
import { RADIUS_CHOICES, radiusText } from './radius';
import styles from './RadiusPopup.module.scss';

interface RadiusPopupProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RadiusPopup({ isOpen, onClose }: RadiusPopupProps) {
  const radiusMetres = useSession((session) => session.radiusMetres);
  const setRadius = useSession((session) => session.setRadius);
  return (
    <BottomPopup isOpen={isOpen} title="生活圈半径" onClose={onClose}>
      <View className={classes(styles.body)}>
        <View className={classes(styles.choices)}>
          {RADIUS_CHOICES.map((choice) => (
            <Chip
              key={choice}
              kind="sunken"
              text={radiusText(choice)}
              isChosen={choice === radiusMetres}
              className={classes(styles.choice, `js-radius-${choice}`)}
              onTap={() => {
                setRadius(choice);
                onClose();
              }}
            />
          ))}
        </View>
        <Text className={classes(styles.note)}>只看这个范围里的商家，下次打开还是这个半径。</Text>
      </View>
    </BottomPopup>
  );
}
