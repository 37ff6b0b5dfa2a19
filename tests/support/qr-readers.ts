// Two independent readers of QR codes: jsqr, which the browser's scan page uses, and ZXing.
import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  NotFoundException,
  ChecksumException,
  FormatException,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import jsqr from 'jsqr';
import type { GreyPicture } from './qr-picture';

/** The text in a picture; null where the reader finds none. */
export type QrReader = (picture: GreyPicture) => string | null;

function readByJsqr({ side, pixels }: GreyPicture): string | null {
  const colours = new Uint8ClampedArray(side * side * 4);
  pixels.forEach((shade, at) => {
    colours.set([shade, shade, shade, 255], at * 4);
  });
  return jsqr(colours, side, side)?.data ?? null;
}

function readByZxing({ side, pixels }: GreyPicture): string | null {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, side, side)));
  try {
    const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);
    return new QRCodeReader().decode(bitmap, hints).getText();
  } catch (fault) {
    if (isUnreadable(fault)) return null;
    throw fault;
  }
}

const isUnreadable = (fault: unknown): boolean =>
  fault instanceof NotFoundException ||
  fault instanceof ChecksumException ||
  fault instanceof FormatException;

export const readers: Readonly<Record<'jsqr' | 'zxing', QrReader>> = {
  jsqr: readByJsqr,
  zxing: readByZxing,
};
