// The community that a person is in: the nearest one, if it is near enough.
import { COMMUNITY_REACH_METRES, communityAt, type Place } from '../../src/domain/geo/community';
import { distanceMetres } from '../../src/domain/geo/distance';

const here = { longitude: 120.13, latitude: 30.28 };
/** A place so many degrees north. */
const place = (id: string, north: number, kind: Place['kind'] = 'community'): Place => ({
  ...{ id, name: id, kind },
  position: { longitude: here.longitude, latitude: here.latitude + north },
});

test('the nearest of several, in whatever order they come', () => {
  const places = [place('far', 0.004), place('near', 0.001), place('middle', -0.002)];
  expect(communityAt(places, here)?.id).toBe('near');
  expect(communityAt([...places].reverse(), here)?.id).toBe('near');
});

test('a landmark is no community, however near', () => {
  const places = [place('square', 0, 'landmark'), place('home', 0.004)];
  expect(communityAt(places, here)?.id).toBe('home');
  expect(communityAt([place('square', 0, 'landmark')], here)).toBeUndefined();
});

test('within 600 metres, and no farther', () => {
  const edge = place('edge', 0.005_395);
  const beyond = place('beyond', 0.005_405);
  expect(distanceMetres(edge.position, here)).toBe(COMMUNITY_REACH_METRES);
  expect(distanceMetres(beyond.position, here)).toBe(COMMUNITY_REACH_METRES + 1);
  expect(communityAt([beyond, edge], here)?.id).toBe('edge');
  expect(communityAt([beyond], here)).toBeUndefined();
  expect(communityAt<Place>([], here)).toBeUndefined();
});

test('of two at one place it is always the same', () => {
  const places = [place('b', 0.001), place('a', 0.001)];
  expect(communityAt(places, here)?.id).toBe('a');
  expect(communityAt([...places].reverse(), here)?.id).toBe('a');
});
