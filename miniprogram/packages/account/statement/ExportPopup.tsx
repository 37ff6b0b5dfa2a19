// 导出明细: all of it is read, then the file is taken by a tap.
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { BottomPopup } from '../../../components/popup/BottomPopup';
import { failureText } from '../../../features/errors/error-text';
import { handOverVerb } from '../files/hand-over';
import { takeFile } from '../files/take-file';
import type { FileExport } from '../files/use-file-export';
import styles from './ExportPopup.module.scss';

export interface ExportPopupProps {
  readonly isOpen: boolean;
  readonly current: FileExport;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function ExportPopup({ isOpen, current, onAgain, onClose }: ExportPopupProps) {
  return (
    <BottomPopup isOpen={isOpen} title="导出明细" onClose={onClose}>
      <View className={classes(styles.body)}>
        <Text className={classes(styles.text)}>
          从开始到现在的全部明细，一份表格（CSV），用 Excel 或 WPS 打开。
        </Text>
        {current.state === 'failed' && (
          <Text className={classes(styles.failed)}>{failureText(current.error)}</Text>
        )}
        <ExportKey current={current} onAgain={onAgain} />
      </View>
    </BottomPopup>
  );
}

function ExportKey({ current, onAgain }: Pick<ExportPopupProps, 'current' | 'onAgain'>) {
  switch (current.state) {
    case 'ready': {
      const [file] = current.files;
      return (
        <Button
          isBlock
          size="large"
          className="js-take-statement"
          onTap={() => file !== undefined && void takeFile(file)}
        >
          {`${handOverVerb}（${current.records} 条）`}
        </Button>
      );
    }
    case 'failed':
      return (
        <Button isBlock size="large" className="js-export-again" onTap={onAgain}>
          再试一次
        </Button>
      );
    case 'not-asked':
    case 'reading': {
      const records = current.state === 'reading' ? current.records : 0;
      return (
        <Button isBlock isBusy size="large" onTap={onAgain}>
          {`已读 ${records} 条`}
        </Button>
      );
    }
  }
}
