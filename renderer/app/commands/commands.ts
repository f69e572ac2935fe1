/** Everything a reader can do by name: keys, menus, the shortcut sheet and buttons all go through this table. */
import { movingCommands, type MovingActions, type MovingCommandId } from './moving.ts';
import { readingCommands, type ReadingActions, type ReadingCommandId } from './reading.ts';
import { blocksCommands, type BlocksActions, type BlocksCommandId } from './blocks.ts';
import { marksCommands, type MarksActions, type MarksCommandId } from './marks.ts';
import { searchCommands, type SearchActions, type SearchCommandId } from './search.ts';
import { libraryCommands, type LibraryActions, type LibraryCommandId } from './library.ts';
import { programCommands, type ProgramActions, type ProgramCommandId } from './program.ts';
import { commandAreas, type Command, type CommandArea } from './command.ts';

export type CommandId =
  | MovingCommandId
  | ReadingCommandId
  | BlocksCommandId
  | MarksCommandId
  | SearchCommandId
  | LibraryCommandId
  | ProgramCommandId;

export type CommandActions = MovingActions &
  ReadingActions &
  BlocksActions &
  MarksActions &
  SearchActions &
  LibraryActions &
  ProgramActions;

export type Commands = Readonly<Record<CommandId, PlacedCommand>>;

/** A command and its area. */
export type PlacedCommand = Command<CommandId> & { readonly area: CommandArea };

/** The table. Keys are those of the host's menu (electron/main/menu-template.ts), and single signs beside them. */
export function createCommands(actions: CommandActions, mac: boolean): Commands {
  const areas: Readonly<Record<CommandArea, readonly Command<CommandId>[]>> = {
    moving: movingCommands(actions, mac),
    reading: readingCommands(actions, mac),
    blocks: blocksCommands(actions, mac),
    marks: marksCommands(actions, mac),
    search: searchCommands(actions, mac),
    program: [...libraryCommands(actions), ...programCommands(actions, mac)],
  };
  const placed = commandAreas.flatMap((area) => areas[area].map((command) => [command.id, { ...command, area }]));
  return Object.fromEntries(placed) as Commands;
}

/** Runs the command with that id; an id of another version of the host is ignored, as is one that cannot run now. */
export function runCommand(commands: Commands, id: string): void {
  const command = (commands as Partial<Record<string, Command>>)[id];
  if (command?.isAvailable()) command.run();
}
