// A QR code on its white plate; the plate stands alone while there is no text yet.
import { useMemo } from 'react';
import { Image, View } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { classes } from '../classes';
import { Skeleton } from '../skeleton/Skeleton';
import styles from './Qr.module.scss';

/** Cells of a few pixels each, so that the picture stays sharp when it is stretched. */
const CELL = 8;

export function Qr({ text }: { readonly text: string | undefined }) {
  const source = useMemo(() => (text === undefined ? undefined : drawn(text)), [text]);
  return (
    <View className={classes(styles.plate)}>
      {source === undefined ? (
        <Skeleton shape="block" className={styles.qr} />
      ) : (
        <Image className={classes(styles.qr, 'js-qr')} src={source} />
      )}
    </View>
  );
}

function drawn(text: string): string {
  const qr = qrcode(0, 'M');
  qr.addData(text);
  qr.make();
  return qr.createDataURL(CELL, 0);
}
