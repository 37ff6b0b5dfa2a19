import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/button/Button';
import { classes } from '../../../components/classes';
import { Icon } from '../../../components/icon/Icon';
import { decodeFrame, decodeFile } from './decode-qr';
import type { ViewfinderProps } from './Viewfinder';
import styles from './Viewfinder.module.scss';

/** Between two looks at the camera's picture, ms. */
const LOOK_EVERY_MS = 200;

export function Viewfinder({ onText, onComplaint }: ViewfinderProps) {
  const [isFilming, setFilming] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const readFile = async (file: File): Promise<void> => {
    const text = await decodeFile(file);
    if (text === undefined) onComplaint('这张图里没有找到二维码');
    else onText(text);
  };
  return (
    <View className={classes(styles.start)}>
      {isFilming ? (
        <Film
          onText={onText}
          onFailed={() => {
            setFilming(false);
            onComplaint('打不开摄像头，可以选图片或输入店码');
          }}
        />
      ) : (
        <Icon name="scan" size={32} className={styles.sign} />
      )}
      <View className={classes(styles.ways)}>
        {!isFilming && (
          <Button onTap={() => setFilming(true)}>
            <Icon name="camera" size={18} />
            打开摄像头
          </Button>
        )}
        <Button kind="plain" onTap={() => chooser.current?.click()}>
          <Icon name="picture" size={18} />
          从图片识别
        </Button>
      </View>
      <input
        ref={chooser}
        className={classes(styles.chooser, 'js-code-picture')}
        type="file"
        accept="image/*"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void readFile(file);
        }}
      />
    </View>
  );
}

interface FilmProps {
  readonly onText: (text: string) => void;
  readonly onFailed: () => void;
}

function Film({ onText, onFailed }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const screen = video.current;
    if (screen === null) return;
    const camera = film(screen, onText);
    camera.opened.catch(onFailed);
    return camera.close;
  }, [onText, onFailed]);
  return <video ref={video} className={classes(styles.film)} playsInline muted />;
}

/** Shows the camera's picture and looks for a code in it until closed. */
function film(screen: HTMLVideoElement, onText: (text: string) => void) {
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const look = async (): Promise<void> => {
    const text = await decodeFrame(screen);
    if (isClosed) return;
    if (text !== undefined) onText(text);
    timer = setTimeout(() => void look(), LOOK_EVERY_MS);
  };
  const open = async (): Promise<void> => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    screen.srcObject = stream;
    await screen.play();
    await look();
  };
  const close = (): void => {
    isClosed = true;
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
  };
  return { opened: open(), close };
}
