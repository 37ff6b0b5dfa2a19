// 导出我的数据: read first, then taken, since WeChat lets a file go only by a tap.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { failureText } from '../../../features/errors/error-text';
import { handOver, handOverVerb } from './hand-over';
import type { DataFile } from './my-data-files';
import { useExport } from './use-export';
import styles from './Privacy.module.scss';

export function ExportCard() {
  const { current, start } = useExport();
  return (
    <View className={classes(styles.card)}>
      <Text className={classes(styles.title)}>导出我的数据</Text>
      <Text className={classes(styles.line)}>
        订单、券和积分的变化、您写给我们的内容。一份表格（CSV），一份完整数据（JSON）。
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
              onTap={() => void take(file)}
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

async function take(file: DataFile): Promise<void> {
  try {
    if ((await handOver(file)) === 'taken') await say('文件已交给您，请自己保管好');
  } catch {
    await say('没能交出文件，请更新微信后再试');
  }
}

async function say(title: string): Promise<void> {
  await Taro.showToast({ title, icon: 'none' });
}
