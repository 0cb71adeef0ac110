import { expect, test } from 'vitest';
import { profileView } from '../../electron/accounts/views.ts';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { proposedProfile } from '../../renderer/features/applications/proposed-profile.ts';
import { anafProfile, applicationView, perProfile } from '../fixtures/renderer-views.ts';

const profiles = realProfiles.map((profile) => profileView(profile));
const [anaf, per, samePer] = [
  applicationView(anafProfile, { id: 'anaf' }),
  applicationView(perProfile, { id: 'per' }),
  applicationView(perProfile, { id: 'same' }),
];

test('an application is proposed for the authority of the language where nothing is entered yet', () => {
  const none = { profiles, applications: {} };
  expect(proposedProfile(none, 'sv')).toBe('skatteverket-org');
  expect(proposedProfile(none, 'ro')).toBe('anaf');
  expect(proposedProfile(none, 'en')).toBe('anaf');
  expect(proposedProfile({ profiles: [], applications: {} }, 'sv')).toBeNull();
});

test('and for what those here are for, where they are all for one', () => {
  expect(proposedProfile({ profiles, applications: { per, samePer } }, 'ro')).toBe('skatteverket-per');
  expect(proposedProfile({ profiles, applications: { per, anaf } }, 'sv')).toBe('skatteverket-org');
});
