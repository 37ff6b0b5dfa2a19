// The interfaces of the open platform by the name that the SDK sends. Every other one, and one that
// a function's config.json does not declare, is answered as WeChat answers a missing permission.
import { answerMessage, readCall, systemError } from './envelope';
import type { OpenApi, OpenApiContext } from './interface';
import { msgSecCheck } from './message-check';
import { getUnlimited } from './mini-program-code';
import { sendSubscribeMessage } from './subscribe-message';
import { uploadShippingInfo } from './upload-shipping-info';

const interfaces: ReadonlyMap<string, OpenApi> = new Map<string, OpenApi>([
  ['wxacode.getUnlimited', getUnlimited],
  ['subscribeMessage.send', sendSubscribeMessage],
  ['security.msgSecCheck', msgSecCheck],
  ['wxa.sec.order.uploadShippingInfo', uploadShippingInfo],
]);

const noPermission = -604101;

interface OpenApiCall {
  readonly apiName: string;
  readonly message: Buffer;
  /** The function that calls, with what it declares; nothing when the SDK runs elsewhere. */
  readonly caller: { readonly name: string; readonly permissions: readonly string[] } | undefined;
}

/** @returns the answer as the SDK reads it */
export function callOpenApi(
  { apiName, message, caller }: OpenApiCall,
  context: OpenApiContext & { readonly log: (line: string) => void },
): Buffer {
  const openApi = interfaces.get(apiName);
  if (!openApi) {
    context.log(`WARNING openapi.${apiName} is not served by the local cloud: -604101`);
    return systemError(noPermission);
  }
  if (caller && !caller.permissions.includes(apiName)) {
    context.log(
      `WARNING [${caller.name}] openapi.${apiName} is not declared in permissions.openapi of its config.json: -604101`,
    );
    return systemError(noPermission);
  }
  return answerMessage(openApi(readCall(message), context));
}
