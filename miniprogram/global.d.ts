/// <reference types="@tarojs/taro" />

/** Class names of a scss module; join them by `classes()`, which drops missing ones. */
declare module '*.module.scss' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}
declare module '*.scss';
declare module '*.png' {
  const path: string;
  export default path;
}

/** Base URL of merchants' pictures; empty where the cloud serves the app itself. */
declare const ASSET_ORIGIN: string;
/** Id of the WeChat cloud environment; empty takes the one that DevTools selected. */
declare const CLOUD_ENV: string;
/** The address in shops' codes; WeChat opens the app by it. */
declare const CODE_PAGE: string;
/** Of package.json. */
declare const APP_VERSION: string;
