// Finds a QR code in a picture, in the browser; jsqr is loaded when it is first needed.

/** Longer sides are scaled down: codes are large, pictures of phones are larger. */
const MAX_SIDE = 1200;

/** The text of a code in a chosen picture; undefined where there is none, or no picture. */
export async function decodeFile(file: File): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file);
    return await decode(picture, picture.width, picture.height);
  } catch {
    return undefined; // The browser cannot read the file as a picture.
  }
}

/** The text of a code in front of the camera. */
export function decodeFrame(video: HTMLVideoElement): Promise<string | undefined> {
  return decode(video, video.videoWidth, video.videoHeight);
}

async function decode(
  picture: CanvasImageSource,
  width: number,
  height: number,
): Promise<string | undefined> {
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsqr } = await import('jsqr');
  return jsqr(data, canvas.width, canvas.height)?.data;
}
