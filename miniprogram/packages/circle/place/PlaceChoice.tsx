// Choosing where I am by hand: a city, and in it a community or a well-known place.
import { useState } from 'react';
import { ScrollView, Text, View } from '@tarojs/components';
import type { Place, Site } from '../../../../src/contracts/nearby';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { Skeleton } from '../../../components/skeleton/Skeleton';
import { FailedState, StateView } from '../../../components/states/StateView';
import { useSites } from '../../../queries/use-sites';
import { useSession, type ChosenPlace } from '../../../session/session';
import { dotted } from '../../../components/text/dotted';
import { failureText } from '../../../features/errors/error-text';
import { distanceText } from '../../../features/merchants/merchant-facts';
import { findPlaces, placesOf, siteAt, sitesFrom, type FoundPlace } from './place-order';
import styles from './PlaceChoice.module.scss';

interface PlaceChoiceProps {
  readonly chosenId: string | null;
  readonly onChoose: (place: ChosenPlace) => void;
  /** Looks through all cities. */
  readonly search?: string | undefined;
}

export function PlaceChoice(props: PlaceChoiceProps) {
  const sites = useSites();
  const located = useSession((session) => session.located);
  if (sites.isPending) return <Waiting />;
  if (sites.isError) {
    return (
      <FailedState
        text={failureText(sites.error)}
        isBusy={sites.isFetching}
        onRetry={() => void sites.refetch()}
      />
    );
  }
  const all = sitesFrom(sites.data.sites, located);
  const { search } = props;
  if (search === undefined) return <Cities {...props} sites={all} />;
  const found = findPlaces(all, { search, located });
  if (found.length > 0) return <Places {...props} title="找到的地方" places={found} hasCity />;
  return (
    <StateView
      picture="no-place"
      title={`没有找到「${search}」`}
      note="换个小区、地标或城市的名字。"
    />
  );
}

function Cities({ sites, ...props }: PlaceChoiceProps & { readonly sites: readonly Site[] }) {
  const located = useSession((session) => session.located);
  const chosenSite = sites.find(({ places }) => places.some(({ id }) => id === props.chosenId));
  const [openId, setOpenId] = useState(chosenSite?.id);
  const site = sites.find(({ id }) => id === openId) ?? sites[0];
  if (site === undefined) return null;
  const hereId = siteAt(sites, located)?.id;
  const placesFor = (kind: Place['kind']): FoundPlace[] => placesOf(site, { kind, located });
  return (
    <>
      <ScrollView className={classes(styles.cities)} scrollX enhanced showScrollbar={false}>
        <View className={classes(styles.cityRow)}>
          {sites.map(({ id, city }) => (
            <Chip
              key={id}
              {...(id === hereId && { icon: 'locate' as const })}
              text={city}
              isChosen={id === site.id}
              className="js-city"
              onTap={() => setOpenId(id)}
            />
          ))}
        </View>
      </ScrollView>
      <Text className={classes(styles.siteName)}>
        {site.id === hereId ? dotted([site.name, '您在这里']) : site.name}
      </Text>
      <Places {...props} title="小区" places={placesFor('community')} />
      <Places {...props} title="地标" places={placesFor('landmark')} />
    </>
  );
}

interface PlacesProps extends PlaceChoiceProps {
  readonly title: string;
  readonly places: readonly FoundPlace[];
  /** Places of several cities stand together. */
  readonly hasCity?: boolean;
}

function Places({ title, places, chosenId, onChoose, hasCity = false }: PlacesProps) {
  if (places.length === 0) return null;
  return (
    <View className={classes(styles.group)}>
      <Text className={classes(styles.heading)}>{title}</Text>
      <View className={classes(styles.places)}>
        {places.map((found) => (
          <PlaceKey
            key={found.place.id}
            found={found}
            isChosen={found.place.id === chosenId}
            hasCity={hasCity}
            onChoose={onChoose}
          />
        ))}
      </View>
    </View>
  );
}

interface PlaceKeyProps {
  readonly found: FoundPlace;
  readonly isChosen: boolean;
  readonly hasCity: boolean;
  readonly onChoose: (place: ChosenPlace) => void;
}

function PlaceKey({ found, isChosen, hasCity, onChoose }: PlaceKeyProps) {
  const { site, place, metres } = found;
  const notes = [
    ...(hasCity ? [site.city] : []),
    ...(metres === undefined ? [] : [distanceText(metres)]),
  ];
  const icon = place.kind === 'community' ? 'home' : 'pin';
  return (
    <View
      className={classes(styles.place, isChosen && styles.chosen, 'js-place')}
      onClick={() => onChoose({ ...place, city: site.city })}
    >
      <Icon name={isChosen ? 'check' : icon} size={16} />
      <View className={classes(styles.words)}>
        <Text className={classes(styles.placeName)}>{place.name}</Text>
        {notes.length > 0 && <Text className={classes(styles.note)}>{dotted(notes)}</Text>}
      </View>
    </View>
  );
}

function Waiting() {
  return (
    <View className={classes(styles.group)}>
      <Skeleton shape="title" width="third" />
      <View className={classes(styles.places)}>
        {[0, 1, 2, 3].map((index) => (
          <Skeleton key={index} shape="block" className={styles.waiting} />
        ))}
      </View>
    </View>
  );
}
