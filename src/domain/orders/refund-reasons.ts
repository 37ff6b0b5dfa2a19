/** The usual reasons of a refund, in the product's own words: nobody has to check them. */
export const USUAL_REASONS: readonly string[] = ['少给了', '东西坏了', '退货', '多收了'];
