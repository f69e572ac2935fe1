/** Id of the settings' panel, for what opens it: in a file of its own, since the panel comes when it is first opened. */
export const settingsPanelId = 'settings';
