// Picks who I am and where I am, beside the phone or as a drawer on narrow screens.
import { useState } from 'react';
import { previewWishes } from '../../session/preview-wishes';
import { remember } from '../../session/remembered';
import type { DemoPeople } from '../types';

interface PickerProps {
  readonly people: DemoPeople;
  readonly openid: string;
  /** `none`: the location is refused. */
  readonly placeId: string;
}

export function Picker({ people, openid, placeId }: PickerProps) {
  const [isOpen, setOpen] = useState(false);
  const isQuiet = previewWishes().openid !== undefined;
  return (
    <>
      {!isQuiet && (
        <button className="picker-handle" onClick={() => setOpen(!isOpen)}>
          预览
        </button>
      )}
      <div className={isOpen ? 'picker picker-open' : 'picker'}>
        <h1>众店生活圈</h1>
        <p className="picker-note">本机预览：换个人、换个地方看看。钱和券都是假的。</p>
        <h2>我是谁</h2>
        {people.people.map((person) => (
          <Choice
            key={person.openid}
            title={person.name}
            note={person.note}
            isChosen={person.openid === openid}
            onChoose={() => restart('previewOpenid', person.openid)}
          />
        ))}
        <h2>我在哪里</h2>
        <Places places={people.places} placeId={placeId} />
      </div>
    </>
  );
}

function Places({ places, placeId }: { places: DemoPeople['places']; placeId: string }) {
  const choose = (id: string) => () => restart('previewPlaceId', id);
  return (
    <div className="choices">
      {places.map(({ id, name, city }) => (
        <Choice
          key={id}
          title={`${city} · ${name}`}
          isChosen={id === placeId}
          onChoose={choose(id)}
        />
      ))}
      <Choice title="拒绝定位" isChosen={placeId === 'none'} onChoose={choose('none')} />
    </div>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly note?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ title, note, isChosen, onChoose }: ChoiceProps) {
  return (
    <button className={isChosen ? 'choice choice-chosen' : 'choice'} onClick={onChoose}>
      <b>{title}</b>
      {note !== undefined && <span>{note}</span>}
    </button>
  );
}

/** Another person or place is another start of the app, on the first page. */
function restart(key: 'previewOpenid' | 'previewPlaceId', value: string): void {
  remember(key, value);
  const query = new URLSearchParams(window.location.search);
  query.delete(key === 'previewOpenid' ? 'as' : 'place');
  const rest = query.toString();
  window.location.href = `${window.location.pathname}${rest === '' ? '' : `?${rest}`}`;
}
