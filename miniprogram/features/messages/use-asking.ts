// When a person may be asked for messages of WeChat's: only by an own tap, for what is not allowed
// yet, and once for each thing while the app is open. A refusal is ordinary and has no words.
import { create } from 'zustand';
import type { TemplateName } from '../../../src/domain/messages/subscription';
import { useAllowMessages } from '../../queries/use-allow-messages';
import { useMessageAllowances } from '../../queries/use-message-allowances';

interface Asked {
  /** What was asked for since the app was opened, and what was accepted of it last. */
  readonly names: readonly TemplateName[];
  readonly isAccepted: boolean;
}

const useAsked = create<Asked>()(() => ({ names: [], isAccepted: false }));

/** `open`: may be asked; `accepted`: was asked and said yes; `closed`: nothing to ask. */
export type AskingState = 'open' | 'accepted' | 'closed';

export interface Asking {
  readonly state: AskingState;
  /** To be called within a tap. */
  readonly ask: () => void;
}

/** Asking for some of the templates together; `names` are those that the place is about. */
export function useAsking(names: readonly TemplateName[]): Asking {
  const templates = useMessageAllowances().data?.templates ?? [];
  const asked = useAsked();
  const allow = useAllowMessages();
  const wanted = templates.filter(({ name, left }) => names.includes(name) && left === 0);
  const wasAsked = names.some((name) => asked.names.includes(name));
  const state: AskingState = wasAsked
    ? asked.isAccepted
      ? 'accepted'
      : 'closed'
    : wanted.length > 0
      ? 'open'
      : 'closed';
  return {
    state,
    ask: () => {
      if (state !== 'open') return;
      const answered = allow(wanted);
      useAsked.setState({ names: [...asked.names, ...names], isAccepted: false });
      void answered.then((isAccepted) => useAsked.setState({ isAccepted }));
    },
  };
}
