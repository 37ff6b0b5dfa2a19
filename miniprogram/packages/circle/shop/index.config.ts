export default definePageConfig({
  navigationBarTitleText: '商家',
  disableScroll: true,
  enableShareAppMessage: true,
});
