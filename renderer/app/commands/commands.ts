/** Everything a reader can do by name: keys, menus, the shortcut sheet and buttons all go through this table. */
import { movingCommands, type MovingActions, type MovingCommandId } from './moving.ts';
import { readingCommands, type ReadingActions, type ReadingCommandId } from './reading.ts';
import { blocksCommands, type BlocksActions, type BlocksCommandId } from './blocks.ts';
import { marksCommands, type MarksActions, type MarksCommandId } from './marks.ts';
import { searchCommands, type SearchActions, type SearchCommandId } from './search.ts';
import { programCommands, type ProgramActions, type ProgramCommandId } from './program.ts';
import type { Command } from './command.ts';

export type CommandId =
  MovingCommandId | ReadingCommandId | BlocksCommandId | MarksCommandId | SearchCommandId | ProgramCommandId;

export type CommandActions = MovingActions &
  ReadingActions &
  BlocksActions &
  MarksActions &
  SearchActions &
  ProgramActions;

export type Commands = Readonly<Record<CommandId, Command<CommandId>>>;

/** The table. Keys are those of the host's menu (electron/main/menu-template.ts), and single signs beside them. */
export function createCommands(actions: CommandActions, mac: boolean): Commands {
  const list: Command<CommandId>[] = [
    ...movingCommands(actions, mac),
    ...readingCommands(actions, mac),
    ...blocksCommands(actions, mac),
    ...marksCommands(actions, mac),
    ...searchCommands(actions, mac),
    ...programCommands(actions),
  ];
  return Object.fromEntries(list.map((command) => [command.id, command])) as Commands;
}

/** Runs the command with that id; an id of another version of the host is ignored, as is one that cannot run now. */
export function runCommand(commands: Commands, id: string): void {
  const command = (commands as Partial<Record<string, Command>>)[id];
  if (command?.isAvailable()) command.run();
}
