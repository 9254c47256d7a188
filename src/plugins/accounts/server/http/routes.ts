import { panelRoute as route } from '../../../disclosure/server/http/panel-route';

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      route('GET', '/me', 'me.view'),
      route('POST', '/me/activity', 'me.activity'),
      route('POST', '/me/password', 'me.password'),
      route('POST', '/me/second-factor', 'me.beginFactor'),
      route('POST', '/me/second-factor/confirm', 'me.confirmFactor'),
      route('POST', '/me/second-factor/remove', 'me.removeFactor'),
      route('POST', '/me/recovery-codes', 'me.recoveryCodes'),
      route('GET', '/me/sessions', 'me.sessions'),
      route('POST', '/me/sessions/end-others', 'me.endOthers'),
      route('POST', '/me/sessions/:session/end', 'me.endSession'),
      route('GET', '/people', 'people.list'),
      route('POST', '/people', 'people.create'),
      route('POST', '/people/import', 'people.import'),
      route('GET', '/people/:id', 'people.view'),
      route('GET', '/people/:id/sessions', 'people.sessions'),
      route('POST', '/people/:id/sessions/:session/end', 'people.endSession'),
      route('POST', '/people/:id/:act', 'people.act'),
    ],
  },
};
