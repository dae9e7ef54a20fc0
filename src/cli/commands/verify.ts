import { Command } from 'commander'
import { openIndexFile } from '../../node/index.js'
import type { Terminal } from '../terminal.js'

/** `timtin verify INDEX`. */
export function verifyCommand(terminal: Terminal): Command {
  return new Command('verify')
    .description('read a whole index file and check everything in it')
    .argument('<index>', 'an index file')
    .option('--json', 'print the verdict, and errors, as JSON')
    .addHelpText('after', '\nExample:\n  timtin verify news.timtin && echo sound')
    .action(async (path: string, flags: { readonly json?: boolean }) => {
      const index = openIndexFile(path)
      index.verify()
      const { documents, bytes } = index.info()
      if (flags.json) await terminal.json({ sound: true, documents, bytes })
      else
        await terminal.print(
          `${path} is sound: ${documents.toLocaleString('en')} documents, ${bytes.toLocaleString('en')} bytes`,
        )
    })
}
