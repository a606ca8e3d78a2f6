"""What readers get of a session: its data, its recording, and its preview, with the shapes on the wire."""
