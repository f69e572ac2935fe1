/**
 * The names of the contract on their own, without a schema library: the preload script and the page need no more.
 * `channels.ts` gives each its schemas; the compiler refuses a name that stands in only one of the two.
 */

/** Requests from the page to its host: `domain:verb`. */
export const channelNames = [
  'app:start',
  'app:diagnose',
  'book:read',
  'book:glossary',
  'book:figures',
  'position:save',
  'trail:read',
  'trail:save',
  'marks:list',
  'marks:bin',
  'marks:erase',
  'marks:save',
  'marks:undo',
  'marks:redo',
  'marks:export',
  'marks:bring',
  'marks:import',
  'draft:save',
  'notes:folder',
  'notes:choose',
  'notes:write',
  'notes:leave',
  'reads:list',
  'reads:save',
  'shelf:list',
  'shelf:add',
  'shelf:update',
  'shelf:stop',
  'shelf:remove',
  'shelf:report',
  'settings:save',
  'arrivals:list',
  'arrivals:read',
  'link:open',
  'window:open',
  'window:view',
  'menu:show',
  'clipboard:write',
  'file:save',
  'paper:print',
  'paper:pdf',
  'book:epub',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** Messages from the host to its pages: `domain:past-tense`. */
export const eventNames = [
  'command:chosen',
  'link:arrived',
  'file:arrived',
  'marks:changed',
  'marks:outdated',
  'notes:written',
  'shelf:progressed',
  'shelf:changed',
  'settings:changed',
  'window:changed',
] as const;
export type EventName = (typeof eventNames)[number];
