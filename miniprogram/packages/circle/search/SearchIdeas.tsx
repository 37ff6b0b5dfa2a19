// Before anything is typed: what I looked for before, and what people look for.
import { ScrollView, Text, View } from '@tarojs/components';
import { CATEGORIES } from '../../../../src/domain/merchants/category';
import { Chip } from '../../../components/chip/Chip';
import { classes } from '../../../components/classes';
import { HOT_WORDS } from './search-ideas';
import type { SearchHistory } from './use-search-history';
import styles from './Search.module.scss';

interface SearchIdeasProps {
  readonly history: SearchHistory;
  readonly onChoose: (search: string) => void;
}

export function SearchIdeas({ history, onChoose }: SearchIdeasProps) {
  return (
    <ScrollView className={classes(styles.ideas)} scrollY enhanced showScrollbar={false}>
      {history.searches.length > 0 && (
        <View className={classes(styles.group)}>
          <View className={classes(styles.heading)}>
            <Text className={classes(styles.title)}>搜索历史</Text>
            <View className={classes(styles.forget, 'js-clear-history')} onClick={history.clear}>
              <Text>清空</Text>
            </View>
          </View>
          <View className={classes(styles.chips)}>
            {history.searches.map((search) => (
              <Chip
                key={search}
                text={search}
                className="js-old-search"
                onTap={() => onChoose(search)}
              />
            ))}
          </View>
        </View>
      )}
      <View className={classes(styles.group)}>
        <View className={classes(styles.heading)}>
          <Text className={classes(styles.title)}>大家常搜</Text>
        </View>
        <View className={classes(styles.chips)}>
          {CATEGORIES.map((kind) => (
            <Chip
              key={kind}
              icon={kind}
              text={HOT_WORDS[kind]}
              className="js-hot-word"
              onTap={() => onChoose(HOT_WORDS[kind])}
            />
          ))}
        </View>
      </View>
    </ScrollView>
  );
}
