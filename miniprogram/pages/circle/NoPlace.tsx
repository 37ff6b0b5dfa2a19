// Nobody knows where I am: well-known places to choose from, and the way to all others.
import { Text, View } from '@tarojs/components';
import type { Site } from '../../../src/contracts/nearby';
import { Button } from '../../components/button/Button';
import { Chip } from '../../components/chip/Chip';
import { classes } from '../../components/classes';
import { useSites } from '../../queries/use-sites';
import { goTo, routes } from '../../routes';
import { locate } from '../../session/locate';
import { useSession } from '../../session/session';
import styles from './NoPlace.module.scss';

/** All others stand on the page behind the button. */
const SITES_SHOWN = 2;
const PLACES_SHOWN = 4;

export function NoPlace({ why }: { readonly why: 'refused' | 'failed' }) {
  const sites = useSites().data?.sites ?? [];
  return (
    <View className={classes(styles.body)}>
      <View className={classes(styles.ask)}>
        <Text className={classes(styles.askText)}>
          {why === 'refused'
            ? '没有定位也能用，选一个您在的地方：'
            : '没有找到您的位置，选一个地方：'}
        </Text>
        <Button kind="plain" size="small" onTap={() => void locate()}>
          重新定位
        </Button>
      </View>
      {sites.slice(0, SITES_SHOWN).map((site) => (
        <Places key={site.id} site={site} />
      ))}
      <Button kind="soft" isBlock className="js-all-places" onTap={() => goTo(routes.place())}>
        更多城市和小区
      </Button>
    </View>
  );
}

function Places({ site }: { readonly site: Site }) {
  const choosePlace = useSession((session) => session.choosePlace);
  return (
    <View className={classes(styles.site)}>
      <Text className={classes(styles.siteName)}>{site.name}</Text>
      <View className={classes(styles.places)}>
        {site.places
          .filter(({ kind }) => kind === 'landmark')
          .slice(0, PLACES_SHOWN)
          .map((place) => (
            <Chip
              key={place.id}
              icon="pin"
              text={place.name}
              className="js-place"
              onTap={() => choosePlace({ ...place, city: site.city })}
            />
          ))}
      </View>
    </View>
  );
}
