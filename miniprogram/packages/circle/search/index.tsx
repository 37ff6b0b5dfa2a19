// 搜索: shops of my circle by words of their name, kind or street.
import { useState } from 'react';
import { View } from '@tarojs/components';
import { classes } from '../../../components/classes';
import { NavBar } from '../../../components/nav-bar/NavBar';
import { Page } from '../../../components/page/Page';
import { RadiusPopup } from '../../../features/merchants/RadiusPopup';
import { useHere } from '../../../session/session';
import { useFollowPhone } from '../../../session/use-follow-phone';
import { searchOf } from '../search-field/search-of';
import { SearchField } from '../search-field/SearchField';
import { NoPlace } from './NoPlace';
import { SearchIdeas } from './SearchIdeas';
import { SearchResults } from './SearchResults';
import { useSearchHistory } from './use-search-history';
import { useSettled } from './use-settled-text';
import styles from './Search.module.scss';

export default function SearchPage() {
  useFollowPhone();
  const here = useHere();
  const history = useSearchHistory();
  const [typed, setTyped] = useState('');
  const [settled, settle] = useSettled(typed);
  const [isRadiusOpen, setRadiusOpen] = useState(false);
  const search = searchOf(settled);
  const look = (text: string): void => {
    setTyped(text);
    settle(text);
    const asked = searchOf(text);
    if (asked !== undefined) history.add(asked);
  };
  const header = (
    <>
      <NavBar title="搜索" />
      <View className={classes(styles.top)}>
        <SearchField
          value={typed}
          placeholder="店名、品类、路名"
          hasFocus
          onType={setTyped}
          onConfirm={look}
        />
      </View>
    </>
  );
  return (
    <Page header={header} scroll="none">
      {search === undefined && <SearchIdeas history={history} onChoose={look} />}
      {search !== undefined && here === null && <NoPlace />}
      {search !== undefined && here !== null && (
        <SearchResults
          here={here}
          search={search}
          onFound={() => history.add(search)}
          onWider={() => setRadiusOpen(true)}
          onOtherWord={() => setTyped('')}
        />
      )}
      <RadiusPopup isOpen={isRadiusOpen} onClose={() => setRadiusOpen(false)} />
    </Page>
  );
}
