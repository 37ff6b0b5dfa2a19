// Chromium for one test file. A file that imports this is left out where there is no Chromium.
import type { Browser } from 'playwright-core';
import { inProject } from '../../scripts/paths';
import {
  type Phone,
  type PhoneSettings,
  launchChromium,
  openPhone,
} from '../../scripts/phone/phone';

/** Starts before the tests of the file and ends after them; every test opens phones of its own. */
export function useBrowser(): { openPhone(settings: PhoneSettings): Promise<Phone> } {
  let browser: Browser;
  let phones: Phone[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const [index, phone] of phones.entries()) {
      await phone.page.screenshot({ path: lastPicture(index) });
      await phone.close();
    }
    phones = [];
  });
  afterAll(() => browser.close());
  return {
    async openPhone(settings) {
      const phone = await openPhone(browser, settings);
      phones.push(phone);
      return phone;
    },
  };
}

/** What a phone showed when its test ended, to be looked at after a failure. */
function lastPicture(index: number): string {
  const name = (expect.getState().currentTestName ?? '').replace(/\W+/g, '-');
  return inProject('.cache', 'test', `${name}-${index}.png`);
}
