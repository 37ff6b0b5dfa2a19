import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { classes } from '../classes';
import styles from './Button.module.scss';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onTap: () => void;
  /** `main` once a card or page; the others give way to it. */
  readonly kind?: 'main' | 'soft' | 'plain';
  readonly size?: 'small' | 'medium' | 'large';
  readonly isBlock?: boolean;
  readonly isDisabled?: boolean;
  readonly isBusy?: boolean;
  readonly className?: string | undefined;
}

/** A button that answers to a press; disabled or busy it takes no taps. */
export function Button({
  children,
  onTap,
  kind = 'main',
  size = 'medium',
  isBlock = false,
  isDisabled = false,
  isBusy = false,
  className,
}: ButtonProps) {
  const isDead = isDisabled || isBusy;
  return (
    <View
      className={classes(
        styles.button,
        styles[kind],
        styles[size],
        isBlock && styles.block,
        isDisabled && styles.disabled,
        className,
      )}
      role="button"
      ariaLabel={typeof children === 'string' ? children : ''}
      onClick={(event) => {
        event.stopPropagation();
        if (!isDead) onTap();
      }}
    >
      {isBusy && <View className={classes(styles.spinner)} />}
      {children}
    </View>
  );
}
