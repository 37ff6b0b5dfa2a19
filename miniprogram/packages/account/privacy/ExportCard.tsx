// 导出我的数据: read first, then taken, since WeChat lets a file go only by a tap.
import { Text, View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { failureText } from '../../../features/errors/error-text';
import { ask } from '../../../queries/ask';
import type { DataFile } from '../files/data-file';
import { handOverVerb } from '../files/hand-over';
import { takeFile } from '../files/take-file';
import { useFileExport, type PrepareFiles } from '../files/use-file-export';
import { readMyData } from './my-data';
import { dataFiles } from './my-data-files';
import styles from './Privacy.module.scss';

const prepare: PrepareFiles = async (onRead) =>
  dataFiles(await readMyData(ask, { now: Date.now, onRead }));

export function ExportCard() {
  const { current, start } = useFileExport(prepare);
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.title)}>导出我的数据</Text>
      <Text className={classes(styles.line)}>
        订单、券和积分的变化、您写给我们的内容、您在哪家店任职。一份表格（CSV），一份完整数据（JSON）。
      </Text>
      {current.state === 'failed' && (
        <Text className={classes(styles.failed)}>{failureText(current.error)}</Text>
      )}
      <View className={classes(styles.keys)}>
        {current.state === 'ready' ? (
          current.files.map((file) => (
            <Button
              key={file.name}
              kind="soft"
              className={`js-take-${extensionOf(file)}`}
              onTap={() => void takeFile(file)}
            >
              {`${handOverVerb} ${extensionOf(file).toUpperCase()}`}
            </Button>
          ))
        ) : (
          <Button
            kind="soft"
            className="js-export"
            isBusy={current.state === 'reading'}
            onTap={start}
          >
            {current.state === 'reading' ? `已读 ${current.records} 条` : '准备文件'}
          </Button>
        )}
      </View>
    </View>
  );
}

function extensionOf({ name }: DataFile): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
