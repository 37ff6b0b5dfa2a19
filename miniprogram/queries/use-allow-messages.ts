import { useMutation } from '@tanstack/react-query';
import { askForMessages } from '../cloud/cloud';
import type { OutputOf } from '../cloud/types';
import { ask } from './ask';
import { ALLOWANCES_KEY } from './message-keys';
import { queryClient } from './query-client';
import { newRequestId } from './request-id';

type Template = OutputOf<'messages', 'allowances'>['templates'][number];

/** An answer that did not arrive is sent again: it has its own requestId, and counts once. */
const RETRIES = 2;

/**
 * Asks through WeChat and counts what was accepted. The function is to be called within a tap, with
 * nothing awaited before; it answers whether anything was accepted.
 */
export function useAllowMessages(): (templates: readonly Template[]) => Promise<boolean> {
  const { mutate } = useMutation({
    mutationFn: (answer: { requestId: string; accepted: readonly Template['name'][] }) =>
      ask('messages', 'allow', answer),
    retry: RETRIES,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ALLOWANCES_KEY }),
  });
  return (templates) => {
    const asking = askForMessages(templates.map(({ templateId }) => templateId));
    return asking.then((ids) => {
      const accepted = templates.flatMap(({ name, templateId }) =>
        ids.includes(templateId) ? [name] : [],
      );
      if (accepted.length > 0) mutate({ requestId: newRequestId(), accepted });
      return accepted.length > 0;
    });
  };
}
