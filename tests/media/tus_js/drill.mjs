// Sends pseudo-random bytes through tus-js-client the way a page does, and prints what happened as JSON.
//   node drill.mjs ENDPOINT MODE SIZE CHUNK
// MODE: stream (length unknown until the end), buffer (length known), post (creation with upload),
//       resume (aborted after the first chunk, then taken up again from its address).
import { Readable } from 'node:stream'
import { Upload } from 'tus-js-client'

const [endpoint, mode, size, chunkSize] = [process.argv[2], process.argv[3], +process.argv[4], +process.argv[5]]

const bytes = Buffer.alloc(size)
for (let i = 0, x = 1; i < size; i++) {
  x = (Math.imul(x, 1103515245) + 12345) >>> 0
  bytes[i] = x >>> 24
}

function pieces() {
  const step = 10_007
  let at = 0
  return new Readable({
    read() {
      this.push(at < size ? bytes.subarray(at, (at += step)) : null)
    },
  })
}

function send(options, { abortAfterFirst = false } = {}) {
  return new Promise((resolve, reject) => {
    const upload = new Upload(mode === 'stream' ? pieces() : bytes, {
      endpoint,
      chunkSize,
      retryDelays: [],
      metadata: { track: 'camera', filetype: 'video/webm', filename: 'drill.webm' },
      ...options,
      onError: reject,
      onSuccess: () => resolve(upload.url),
      onChunkComplete: () => {
        if (abortAfterFirst) upload.abort().then(() => resolve(upload.url))
      },
    })
    upload.start()
  })
}

const options = {
  stream: { uploadLengthDeferred: true },
  buffer: {},
  post: { uploadDataDuringCreation: true },
  resume: {},
}[mode]

let url = await send(options, { abortAfterFirst: mode === 'resume' })
if (mode === 'resume') url = await send({ uploadUrl: url })
console.log(JSON.stringify({ url, sha256: (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex') }))
