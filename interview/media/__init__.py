"""Media: bytes on their way in, bytes at rest, and how they are played.

Owns the tables uploads, upload_chunks and media_objects, and every file below `recordings/`.
Announces `upload_progressed` and `upload_completed`.
Serves tus 1.0.0 at `/api/uploads/<id>` and signed playback at `/api/media/<id>/<filename>`.
It knows an `owner` by its name alone, such as `session:<id>`: what that is, is the business of those above.
Folders: `tus` speaks the protocol, `receiving` takes bodies to the disk, `finalising` makes playable files.
"""
