// The page of a shop that is known, in the order in which a neighbour decides.
import { useState } from 'react';
import { ScrollView, Text, View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { Notice } from '../../../components/notice/Notice';
import { Page } from '../../../components/page/Page';
import type { OutputOf } from '../../../cloud/types';
import { FanRow } from '../../../features/fan/FanRow';
import { useGettingThere } from '../../../features/getting-there/use-getting-there';
import { useCityOf } from '../../../features/wallet/use-city-of';
import { useSites } from '../../../queries/use-sites';
import { useWalletSummary } from '../../../queries/use-wallet-summary';
import { useHere } from '../../../session/session';
import { useNow } from '../../../session/use-now';
import { CouponsHere } from './CouponsHere';
import { Gallery } from './Gallery';
import { lotsHere } from './lots-here';
import { OffersHere } from './OffersHere';
import { RateCard } from './RateCard';
import { ShopFooter } from './ShopFooter';
import { ShopHead } from './ShopHead';
import { ShopNav } from './ShopNav';
import { otherCityText, standingText } from './shop-words';
import { VisitsCard } from './VisitsCard';
import { WhereCard } from './WhereCard';
import styles from './Shop.module.scss';

/** The nav bar takes its ground when the pictures have gone under it, px. */
const PICTURES_GONE_PX = 170;

export function ShopPage({ shop }: { readonly shop: OutputOf<'nearby', 'shop'> }) {
  const { merchant, pictures, introduction, nextRate } = shop;
  const now = useNow();
  const wallet = useWalletSummary();
  const way = useGettingThere(merchant);
  const [isScrolled, setScrolled] = useState(false);
  const cityOf = useCityOf();
  const lots = wallet.data && lotsHere(wallet.data.lots, merchant, { now, cityOf });
  return (
    <Page
      scroll="none"
      footer={
        <ShopFooter merchant={merchant} couponFen={lots?.usableFen ?? 0} onShowWay={way.show} />
      }
    >
      <ShopNav title={merchant.name} isScrolled={isScrolled} />
      <ScrollView
        className={classes(styles.scroll, 'js-shop-scroll')}
        scrollY
        enhanced
        showScrollbar={false}
        onScroll={({ detail }) => setScrolled(detail.scrollTop > PICTURES_GONE_PX)}
      >
        <Gallery pictures={pictures} category={merchant.category} />
        <View className={classes(styles.body)}>
          <ShopHead merchant={merchant} now={now} />
          <Notices merchant={merchant} />
          {merchant.state !== 'left' && <RateCard merchant={merchant} nextRate={nextRate} />}
          {merchant.state === 'active' && <OffersHere merchant={merchant} />}
          {merchant.state !== 'left' && lots !== undefined && <CouponsHere lots={lots} />}
          <FanRow merchant={merchant} />
          <VisitsCard merchantCode={merchant.code} />
          <WhereCard merchant={merchant} onShowWay={way.show} />
          {introduction !== '' && <Introduction text={introduction} />}
        </View>
      </ScrollView>
      {way.panel}
    </Page>
  );
}

function Notices({ merchant }: Pick<OutputOf<'nearby', 'shop'>, 'merchant'>) {
  const here = useHere();
  const sites = useSites().data?.sites ?? [];
  const standing = standingText(merchant);
  const otherCity = otherCityText(merchant, { sites, here });
  return (
    <>
      {standing !== undefined && (
        <Notice kind="warning" text={standing} className={styles.notice ?? ''} />
      )}
      {standing === undefined && otherCity !== undefined && (
        <Notice text={otherCity} className={styles.notice ?? ''} />
      )}
    </>
  );
}

function Introduction({ text }: { readonly text: string }) {
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.cardTitle)}>店家说</Text>
      <Text className={classes(styles.introduction)}>{text}</Text>
    </View>
  );
}
