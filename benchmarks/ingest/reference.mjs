// The reference implementation of tus 1.0.0 with its file store, as its manual starts it. Prints its port.
//   node reference.mjs FOLDER [--sync]
// With --sync the file is brought to the disk before each PATCH is answered, which it does not do by itself.
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { open } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'

const [folder, option] = process.argv.slice(2)

class SyncedStore extends FileStore {
  async write(stream, id, offset) {
    const end = await super.write(stream, id, offset)
    const file = await open(path.join(folder, id), 'r+')
    await file.datasync()
    await file.close()
    return end
  }
}

const Store = option === '--sync' ? SyncedStore : FileStore
const tus = new Server({ path: '/files', datastore: new Store({ directory: folder }) })
const server = http.createServer((request, response) => tus.handle(request, response))
server.keepAliveTimeout = 30_000
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
