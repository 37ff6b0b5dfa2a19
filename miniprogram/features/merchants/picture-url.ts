/** Where a shop's picture lies: the cloud's origin on H5, the static host inside WeChat. */
export function pictureUrl(picture: string): string {
  return picture.startsWith('/') ? `${ASSET_ORIGIN}${picture}` : picture;
}
