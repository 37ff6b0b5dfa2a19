// A field for words to look for, with the keyboard's own search key.
import { Input, View } from '@tarojs/components';
import { MAX_SEARCH_LENGTH } from '../../../../src/domain/limits';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import styles from './SearchField.module.scss';

interface SearchFieldProps {
  readonly value: string;
  readonly placeholder: string;
  readonly hasFocus?: boolean;
  readonly onType: (value: string) => void;
  /** The keyboard's search key. */
  readonly onConfirm?: (value: string) => void;
}

export function SearchField({
  value,
  placeholder,
  hasFocus = false,
  onType,
  onConfirm,
}: SearchFieldProps) {
  return (
    <View className={classes(styles.field)}>
      <Icon name="search" size={18} className={styles.icon} />
      <Input
        className={classes(styles.input, 'js-search')}
        placeholderClass={classes(styles.placeholder)}
        type="text"
        value={value}
        placeholder={placeholder}
        maxlength={MAX_SEARCH_LENGTH}
        focus={hasFocus}
        confirmType="search"
        onInput={({ detail }) => onType(detail.value)}
        onConfirm={({ detail }) => onConfirm?.(detail.value)}
      />
      {value !== '' && (
        <View
          className={classes(styles.clear, 'js-clear-search')}
          ariaLabel="清空"
          onClick={() => onType('')}
        >
          <Icon name="close" size={16} />
        </View>
      )}
    </View>
  );
}
