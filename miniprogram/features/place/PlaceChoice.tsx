// Choosing where I am by hand: every open site with its well-known places.
import { Text, View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Icon } from '../../components/icon/Icon';
import { Skeleton } from '../../components/skeleton/Skeleton';
import { FailedState } from '../../components/states/StateView';
import type { OutputOf } from '../../cloud/types';
import { useSites } from '../../queries/use-sites';
import type { ChosenPlace } from '../../session/session';
import { failureText } from '../errors/error-text';
import styles from './PlaceChoice.module.scss';

type Site = OutputOf<'nearby', 'sites'>['sites'][number];

interface PlaceChoiceProps {
  readonly chosenId: string | null;
  readonly onChoose: (place: ChosenPlace) => void;
}

export function PlaceChoice({ chosenId, onChoose }: PlaceChoiceProps) {
  const sites = useSites();
  if (sites.isPending) return <Waiting />;
  if (sites.isError) {
    return <FailedState text={failureText(sites.error)} onRetry={() => void sites.refetch()} />;
  }
  return (
    <>
      {sites.data.sites.map((site) => (
        <SitePlaces key={site.id} site={site} chosenId={chosenId} onChoose={onChoose} />
      ))}
    </>
  );
}

function SitePlaces({ site, chosenId, onChoose }: PlaceChoiceProps & { readonly site: Site }) {
  return (
    <View className={classes(styles.site)}>
      <View className={classes(styles.city)}>
        <Text className={classes(styles.cityName)}>{site.city}</Text>
        <Text className={classes(styles.siteName)}>{site.name}</Text>
      </View>
      <View className={classes(styles.places)}>
        {site.places.map(({ id, name, position }) => (
          <View
            key={id}
            className={classes(styles.place, id === chosenId && styles.chosen, 'js-place')}
            onClick={() => onChoose({ id, name, city: site.city, position })}
          >
            <Icon name={id === chosenId ? 'check' : 'pin'} size={16} />
            <Text className={classes(styles.placeName)}>{name}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

function Waiting() {
  return (
    <View className={classes(styles.site)}>
      <Skeleton shape="title" width="third" />
      <View className={classes(styles.places)}>
        {[0, 1, 2, 3].map((index) => (
          <Skeleton key={index} shape="block" className={styles.waiting} />
        ))}
      </View>
    </View>
  );
}
